#pragma once

#include "core/events/event_log.h"

#include <deque>

namespace nova
{

/// Events on their way to clients, each as the frame that all of them share.
class EventFrames
{
public:
    /// A set of event types, a bit for each.
    using Types = quint8;
    static constexpr Types all = 0xff;
    [[nodiscard]] static constexpr Types only(EventType type) { return Types(1U << unsigned(type)); }

    void append(const LoggedEvent &logged);
    void dropUpTo(quint64 seq);
    [[nodiscard]] bool isEmpty() const { return m_frames.empty(); }
    /// The number of the newest event; 0 where there is none.
    [[nodiscard]] quint64 newest() const { return m_frames.empty() ? 0 : m_frames.back().seq; }

    /// What a client needs that has everything up to `seq` and wants these types: whole frames, in order.
    struct Piece {
        QByteArray bytes;
        int events = 0;
    };
    [[nodiscard]] const Piece &after(quint64 seq, Types types);

private:
    struct Frame {
        quint64 seq = 0;
        EventType type = EventType::McpToggled;
        QByteArray bytes;
    };
    std::deque<Frame> m_frames;

    // The newest answer of after(): most clients stand at the same place.
    Piece m_piece;
    quint64 m_pieceAfter = 0;
    quint64 m_pieceNewest = 0;
    Types m_pieceTypes = 0;
};

} // namespace nova
