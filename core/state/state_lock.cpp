#include "core/state/state_lock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace nova
{

std::optional<StateLock> StateLock::take(const QString &folder, std::chrono::milliseconds patience)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return StateLock(-1);
    const QDeadlineTimer deadline(patience);
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            break;
        if (deadline.hasExpired()) {
            ::close(descriptor);
            return std::nullopt;
        }
        QThread::msleep(10);
    }
    return StateLock(descriptor);
}

StateLock::~StateLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace nova
