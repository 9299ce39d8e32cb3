#pragma once

#include "core/events/event.h"

#include <QObject>
#include <QTimer>
#include <QWebSocket>
#include <chrono>

namespace nova
{

/// One WebSocket to a remote Nova, from its opening to its end. Finds out by itself when the other side is silent.
class RemoteSocket final : public QObject
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds opening{10'000};   ///< From the first packet to the hello.
        std::chrono::milliseconds heartbeat{10'000}; ///< A line that is silent for two of these is given up.
    };
    static constexpr int notAuthenticated = 4401; ///< The close code that says so.

    /// `url` names the position after which it shall tell.
    /// `certificate` is a PEM file of the one that it shows, where that is known and need not be signed by anybody.
    RemoteSocket(const QUrl &url, const QByteArray &token, Timing timing, QObject *parent = nullptr,
                 const QString &certificate = {});
    ~RemoteSocket() override;

Q_SIGNALS:
    /// Events after `seq` of `epoch` follow, or a resync.
    void greeted(const QString &epoch, quint64 seq);
    void resynced(const QJsonObject &state);
    /// Each event in order. One of a kind that is not known has no id.
    void happened(const nova::Event &event);
    /// Once, and nothing after it. `why` goes on «The connection …».
    void ended(int closeCode, const QString &why);

private:
    void open(const QUrl &url, const QByteArray &token);
    void take(const QString &text);
    void takeMessage(const QString &type, const QJsonObject &data);
    void beat();
    void end(const QString &why);

    const Timing m_timing;
    QWebSocket m_socket;
    QTimer m_timer; ///< Until it has to be open; then the heartbeat.
    bool m_isGreeted = false;
    bool m_isOver = false;
    bool m_wasHeard = true; ///< Since the last beat.
};

} // namespace nova
