#pragma once

#include "core/events/event.h"

#include <QObject>
#include <deque>
#include <mutex>

namespace nova
{

/// An event that has its place in the log, with its wire form made once for all who send it.
struct LoggedEvent {
    Event event;
    QByteArray json; ///< UTF-8, compact, with `seq`.
};

/// Every event of this instance in order, and the newest of them kept for clients that were away.
///
/// append() belongs to the core thread; everything else may be called from any thread. `appended` is emitted in the
/// thread that appends, after the event can be had from since(): listeners in other threads post to their mailbox.
class EventLog : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        qsizetype events = 1000;
        qsizetype bytes = 8 * 1024 * 1024; ///< Of wire form.
    };

    /// What a returning client missed. `complete` is false where the ring cannot tell: it needs the whole state.
    struct Backlog {
        bool complete = false;
        std::vector<LoggedEvent> events;
    };

    explicit EventLog(QObject *parent = nullptr);
    explicit EventLog(Limits limits, QObject *parent = nullptr);
    ~EventLog() override;

    /// A new one for each start of the program: sequence numbers of another epoch mean nothing here.
    [[nodiscard]] QString epoch() const { return m_epoch; }
    [[nodiscard]] quint64 lastSeq() const;

    /// Gives the event the next sequence number, keeps it and tells everybody.
    void append(Event event);

    /// All events after `seq`, in order, if `epoch` is this one and none of them has left the ring.
    [[nodiscard]] Backlog since(const QString &epoch, quint64 seq) const;

    /// All that is kept, the oldest first.
    [[nodiscard]] QList<Event> kept() const;

Q_SIGNALS:
    void appended(const nova::LoggedEvent &event);

private:
    const Limits m_limits;
    const QString m_epoch;
    mutable std::mutex m_mutex;
    std::deque<LoggedEvent> m_ring;
    qsizetype m_bytes = 0;
    quint64 m_lastSeq = 0;
};

} // namespace nova
