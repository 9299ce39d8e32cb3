#pragma once

#include <QByteArray>

#include <deque>
#include <optional>

namespace nova
{

/// Reads a stream of server-sent events piece by piece, as the HTML standard's "event stream interpretation" has it:
/// lines end with CR, LF or both; comments and fields other than «data» are skipped, the lines of an event's data are
/// joined, and an event without data is none.
class SseReader
{
public:
    void feed(QByteArrayView piece);
    /// The data of the next whole event.
    [[nodiscard]] std::optional<QByteArray> next();

private:
    void endLine();

    QByteArray m_line;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_afterCarriageReturn = false;
    bool m_atStart = true; ///< Where a byte order mark may be.
    std::deque<QByteArray> m_events;
};

} // namespace nova
