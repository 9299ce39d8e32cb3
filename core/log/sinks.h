#pragma once

#include "core/log/logger.h"

#include <QFile>

namespace nova
{

/// Writes to the standard error stream; a reader that is gone is not an error.
class StandardErrorSink final : public LogSink
{
public:
    void write(const QByteArray &line) override;
};

/// Appends to a file (mode 0600). When it passes `limit` bytes it becomes `<path>.1`, replacing the earlier one,
/// so that at most twice the limit is kept.
class FileSink final : public LogSink
{
public:
    explicit FileSink(const QString &path, qint64 limit = 5 * 1024 * 1024);
    void write(const QByteArray &line) override;

private:
    void open();

    QFile m_file;
    const qint64 m_limit;
};

} // namespace nova
