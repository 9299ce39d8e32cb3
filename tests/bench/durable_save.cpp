#include "tests/bench/durable_save.h"

#include "tests/bench/cannot_run.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

/// Closes with the block.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {
        if (m_fd < 0)
            throw CannotRun(u"%1 cannot be opened"_s.arg(path));
    }
    ~Descriptor() { ::close(m_fd); }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] int get() const { return m_fd; }

private:
    const int m_fd;
};

} // namespace

void durableSave(const QString &path, const QByteArray &bytes)
{
    const QString fresh = path + u".new"_s;
    {
        const Descriptor file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
        if (::write(file.get(), bytes.constData(), size_t(bytes.size())) != bytes.size() || ::fsync(file.get()) != 0)
            throw CannotRun(u"%1 cannot be written"_s.arg(fresh));
    }
    if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0)
        throw CannotRun(u"%1 cannot be replaced"_s.arg(path));
    const Descriptor folder(QFileInfo(path).path(), O_RDONLY | O_DIRECTORY);
    if (::fsync(folder.get()) != 0)
        throw CannotRun(u"the folder of %1 cannot be synced"_s.arg(path));
}

} // namespace nova::bench
