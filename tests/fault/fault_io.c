/* Loaded with LD_PRELOAD, this makes file functions of a running program fail when told to. NOVA_FAULTS names a file
 * that is read at every call, so that a test can tell the program while it runs. Each line of it is one fault:
 *
 *     what  n  errno  pattern
 *
 * `pattern` (fnmatch(3), where * does not match a slash) is about the absolute path that the call is about. From its
 * n-th call for such a path on, counted since the file was written, `what` fails with errno; where that is 0, the
 * program is killed instead.
 *
 *     write, fsync, openat (with O_CREAT), renameat2
 *     flags      renameat2 with any flag, as on a file system that knows none
 *     exchange   renameat2 with RENAME_EXCHANGE
 *     short      write: the n-th call writes half of what it was given, those after it fail
 *     swap       before the n-th renameat2, PATH.editorN is renamed over PATH if it is there: an editor saves in the
 *                worst moment. errno is not used.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { max_faults = 8, max_text = 4096 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char text[max_text];
static int calls[max_faults];

/* Reads the control file past all functions of ours; counts anew where it is another than before. */
static void look(void)
{
    char now[max_text] = "";
    const char *name = getenv("NOVA_FAULTS");
    const int descriptor = name ? (int)syscall(SYS_openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC) : -1;
    if (descriptor >= 0) {
        if (syscall(SYS_read, descriptor, now, sizeof now - 1) < 0)
            now[0] = 0;
        syscall(SYS_close, descriptor);
    }
    if (strcmp(now, text) != 0) {
        strcpy(text, now);
        memset(calls, 0, sizeof calls);
    }
}

struct due {
    int call; /* Which call this is, from 1; 0 where nothing is due. */
    int from; /* From which call on the fault holds. */
    int error;
};

/* Counts the call for every fault of that name and tells which of them is due. */
static struct due count(const char *what, const char *path)
{
    struct due due = {0, 0, 0};
    pthread_mutex_lock(&lock);
    look();
    const char *line = text;
    for (int i = 0; i < max_faults && *line; ++i) {
        char word[16], pattern[PATH_MAX];
        int from = 0, error = 0;
        if (sscanf(line, "%15s %d %d %4095s", word, &from, &error, pattern) == 4 && strcmp(word, what) == 0 &&
            fnmatch(pattern, path, FNM_PATHNAME) == 0 && ++calls[i] >= from)
            due = (struct due){calls[i], from, error};
        const char *end = strchr(line, '\n');
        line = end ? end + 1 : line + strlen(line);
    }
    pthread_mutex_unlock(&lock);
    return due;
}

static int fail(struct due due)
{
    if (due.error == 0)
        raise(SIGKILL);
    errno = due.error;
    return -1;
}

static int fails(const char *what, const char *path)
{
    const struct due due = count(what, path);
    return due.call > 0 && fail(due) != 0;
}

static const char *path_of(int descriptor, char *buffer)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, buffer, PATH_MAX - 1);
    buffer[length < 0 ? 0 : length] = 0;
    return buffer;
}

static const char *path_in(int folder, const char *name, char *buffer)
{
    if (name[0] == '/' || folder == AT_FDCWD) {
        snprintf(buffer, PATH_MAX, "%s", name);
        return buffer;
    }
    path_of(folder, buffer);
    const size_t length = strlen(buffer);
    snprintf(buffer + length, PATH_MAX - length, "/%s", name);
    return buffer;
}

/* The function that this library stands before. */
#define NEXT(type, name) \
    static type(*next) PARAMETERS; \
    if (!next) \
        *(void **)(&next) = dlsym(RTLD_NEXT, name)

ssize_t write(int descriptor, const void *bytes, size_t size)
{
#define PARAMETERS (int, const void *, size_t)
    NEXT(ssize_t, "write");
#undef PARAMETERS
    char path[PATH_MAX];
    path_of(descriptor, path);
    if (fails("write", path))
        return -1;
    const struct due due = count("short", path);
    if (due.call > due.from)
        return fail(due);
    return next(descriptor, bytes, due.call > 0 ? size / 2 : size);
}

int fsync(int descriptor)
{
#define PARAMETERS (int)
    NEXT(int, "fsync");
#undef PARAMETERS
    char path[PATH_MAX];
    return fails("fsync", path_of(descriptor, path)) ? -1 : next(descriptor);
}

static int open_in(int folder, const char *name, int flags, mode_t mode)
{
    char path[PATH_MAX];
    if ((flags & O_CREAT) != 0 && fails("openat", path_in(folder, name, path)))
        return -1;
    return (int)syscall(SYS_openat, folder, name, flags, mode);
}

int openat(int folder, const char *name, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_in(folder, name, flags, mode);
}

int openat64(int folder, const char *name, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_in(folder, name, flags, mode);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
#define PARAMETERS (int, const char *, int, const char *, unsigned)
    NEXT(int, "renameat2");
#undef PARAMETERS
    char path[PATH_MAX], editor[PATH_MAX + 16];
    path_in(to_folder, to, path);
    const struct due due = count("swap", path);
    snprintf(editor, sizeof editor, "%s.editor%d", path, due.call);
    if (due.call > 0)
        rename(editor, path);
    if (fails("renameat2", path) || (flags != 0 && fails("flags", path)) ||
        ((flags & RENAME_EXCHANGE) != 0 && fails("exchange", path)))
        return -1;
    return next(from_folder, from, to_folder, to, flags);
}
