#pragma once

#include "core/log/logger.h"

#include <QByteArrayList>

namespace nova::test
{

/// Keeps the lines of a log in a list of the test's, which outlives it.
class MemorySink final : public LogSink
{
public:
    explicit MemorySink(QByteArrayList &lines)
        : m_lines(lines)
    {
    }
    void write(const QByteArray &line) override { m_lines.append(line); }

private:
    QByteArrayList &m_lines;
};

} // namespace nova::test
