#pragma once

#include "app/cli/running_nova.h"

#include <QTimer>

namespace nova
{

/// The events of a running Nova, each once and in order: those it remembers by a question, those that come by its
/// WebSocket. A Nova that goes away is waited for.
class EventStream
{
public:
    struct Listener {
        std::function<void(const QJsonObject &event)> happened;
        /// Some may be missing here: why.
        std::function<void(const QString &why)> gap;
        /// It is away, or there again.
        std::function<void(bool isAway)> away;
        /// It does not let us in any more.
        std::function<void(const Error &error)> ended;
    };

    EventStream(RunningNova &nova, Listener listener);
    ~EventStream();
    Q_DISABLE_COPY_MOVE(EventStream)

    /// What it remembers, at most so many of the newest.
    [[nodiscard]] Result<QList<QJsonObject>> kept(qsizetype most);
    /// Tells what comes after that from now on. Needs the event loop.
    void follow();

private:
    void onGreeted(const QString &epoch);
    void onResynced(const QJsonObject &state);
    void onEnded(int closeCode);
    void letGo();

    RunningNova &m_nova;
    const Listener m_listener;
    QString m_epoch; ///< The position: the last event that was told.
    quint64 m_seq = 0;
    bool m_isAway = false;
    RemoteSocket *m_socket = nullptr; ///< It may be at work when we let go of it.
    QTimer m_again;
};

} // namespace nova
