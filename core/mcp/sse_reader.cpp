#include "core/mcp/sse_reader.h"

namespace nova
{

void SseReader::feed(QByteArrayView piece)
{
    for (const char c : piece) {
        const bool secondHalf = m_afterCarriageReturn && c == '\n';
        m_afterCarriageReturn = c == '\r';
        if (secondHalf)
            continue;
        if (c == '\r' || c == '\n')
            endLine();
        else
            m_line += c;
    }
}

void SseReader::endLine()
{
    QByteArrayView line = m_line;
    if (m_atStart && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    m_atStart = false;
    if (line.isEmpty()) {
        if (m_hasData)
            m_events.push_back(std::move(m_data));
        m_data.clear();
        m_hasData = false;
    } else if (line == "data" || line.startsWith("data:")) {
        QByteArrayView value = line.sliced(std::min<qsizetype>(line.size(), 5));
        if (value.startsWith(' '))
            value = value.sliced(1);
        if (m_hasData)
            m_data += '\n';
        m_data += value;
        m_hasData = true;
    }
    m_line.clear();
}

std::optional<QByteArray> SseReader::next()
{
    if (m_events.empty())
        return std::nullopt;
    QByteArray event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

} // namespace nova
