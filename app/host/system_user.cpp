#include "app/host/system_user.h"

#include <QFile>

#include <cerrno>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

tl::unexpected<Error> refused(const QString &message)
{
    return failure(ErrorCode::PermissionDenied, message);
}

/// For good: none of root's rights can be had back.
Result<void> become(uid_t user, gid_t group, const QString &folder)
{
    const passwd *entry = ::getpwuid(user);
    // With the groups that the user is in: one of them may be docker's, for restarts.
    const int groups = entry ? ::initgroups(entry->pw_name, entry->pw_gid) : ::setgroups(0, nullptr);
    if (entry) {
        group = entry->pw_gid;
        // What looks for files of the user must not find those of root.
        qputenv("HOME", entry->pw_dir);
        qputenv("USER", entry->pw_name);
        qputenv("LOGNAME", entry->pw_name);
    }
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        qunsetenv(name);
    if (groups != 0 || ::setgid(group) != 0 || ::setuid(user) != 0)
        return refused(
            u"Nova cannot become the owner of %1: %2. Call it as that user."_s.arg(folder, qt_error_string(errno)));
    return {};
}

} // namespace

Result<void> takeSystem(CommandLine &command)
{
    using Action = CommandLine::Action;
    if (!command.system || command.action == Action::PrintHelp || command.action == Action::PrintVersion)
        return {};
    if (command.root.isEmpty())
        command.root = qEnvironmentVariable("NOVA_ROOT", QLatin1StringView(systemRoot));
    if (command.state.isEmpty())
        command.state = qEnvironmentVariable("NOVA_STATE_DIR", QLatin1StringView(systemState));
    struct stat standing = {};
    if (::stat(QFile::encodeName(command.root).constData(), &standing) != 0 || !S_ISDIR(standing.st_mode))
        return failure(
            ErrorCode::NotFound,
            u"There is no folder %1. The package nova-settings-headless makes it; --root names another."_s.arg(
                command.root));
    // A file that root names is looked at with root's eyes; nothing is written.
    const bool onlyLooks = command.action == Action::Validate && !command.target.isEmpty();
    if (::geteuid() != 0 || onlyLooks)
        return {};
    if (standing.st_uid == 0)
        return refused(
            u"%1 belongs to root, and Nova does not serve as root. Give it and %2 to a user of their own (chown -R), "
            "or leave --system away and name both with --root and --state-dir."_s.arg(command.root, command.state));
    return become(standing.st_uid, standing.st_gid, command.root);
}

} // namespace nova
