#include "server/ws/event_frames.h"

#include "server/ws/frame.h"

namespace nova
{

void EventFrames::append(const LoggedEvent &logged)
{
    m_frames.push_back({logged.event.seq, logged.event.type, makeFrame(FrameKind::Text, logged.json)});
}

void EventFrames::dropUpTo(quint64 seq)
{
    while (!m_frames.empty() && m_frames.front().seq <= seq)
        m_frames.pop_front();
    m_pieceNewest = 0;
    m_piece = {};
}

const EventFrames::Piece &EventFrames::after(quint64 seq, Types types)
{
    // Who has some of it already gets the rest; for who is behind all of it, it makes no difference how far.
    const quint64 from = m_frames.empty() ? seq : std::max(seq, m_frames.front().seq - 1);
    if (m_pieceNewest == newest() && m_pieceNewest != 0 && m_pieceAfter == from && m_pieceTypes == types)
        return m_piece;
    m_pieceAfter = from;
    m_pieceNewest = newest();
    m_pieceTypes = types;
    m_piece = {};
    for (const Frame &frame : m_frames) {
        if (frame.seq <= from || (types & only(frame.type)) == 0)
            continue;
        if (m_piece.events++ == 0)
            m_piece.bytes = frame.bytes; // Shared as long as it is the only one.
        else
            m_piece.bytes += frame.bytes;
    }
    return m_piece;
}

} // namespace nova
