#include "core/log/sinks.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

void StandardErrorSink::write(const QByteArray &line)
{
    // One write for one line: lines of several threads and processes do not mix.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.constData(), size_t(line.size()));
}

FileSink::FileSink(const QString &path, qint64 limit)
    : m_file(path)
    , m_limit(limit)
{
    open();
}

void FileSink::open()
{
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void FileSink::write(const QByteArray &line)
{
    if (!m_file.isOpen())
        return;
    if (m_file.size() + line.size() > m_limit) {
        m_file.close();
        const QString older = m_file.fileName() + u".1"_s;
        QFile::remove(older);
        QFile::rename(m_file.fileName(), older);
        open();
    }
    m_file.write(line);
}

} // namespace nova
