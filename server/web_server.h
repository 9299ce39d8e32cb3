#pragma once

#include "core/base/reply.h"
#include "core/events/event_log.h"
#include "server/http/http_service.h"

#include <QStringList>
#include <QThread>
#include <memory>

namespace nova
{

class NovaService;
class SettingsService;

/// The web side as a whole: HTTP, WebSocket and who may use them, on a thread of its own.
/// Made, started and stopped on the core thread; the services, the log and the logger outlive it.
class WebServer
{
public:
    struct Options {
        QString host = QStringLiteral("127.0.0.1");
        quint16 port = 8765; ///< 0: any free one.
        bool authenticate = true;
        QByteArray token;
        QStringList allowedHosts{};
        QStringList allowedOrigins{};
        int maxClients = 10'000;      ///< WebSockets.
        int maxClientsPerAddress = 0; ///< Connections of any kind; 0: no limit. Never counts for the loopback.
        QString tlsCertificate;       ///< PEM file; empty: plain HTTP.
        QString tlsKey;               ///< PEM file.
        HttpDeadlines deadlines{};
        QString instance;
        QString version;
    };

    struct Listening {
        QString address;      ///< "http://127.0.0.1:8765"
        QByteArray loginCode; ///< For one login, within the hour; empty without authentication.
    };

    /// Without `settings` there are none to be read or changed over HTTP.
    WebServer(Options options, NovaService &service, const EventLog &log, Logger &logger,
              SettingsService *settings = nullptr);
    ~WebServer();
    Q_DISABLE_COPY_MOVE(WebServer)

    /// Blocks until it listens, or cannot.
    [[nodiscard]] Result<Listening> start();

    /// Accepts nobody any more; those who are connected are served as before. Blocks until that is so.
    void closeDoor();
    /// Accepts again, at the same address.
    [[nodiscard]] Result<void> openDoor();

    /// Begins what stop() does, without waiting for it: `gone` is called on the core thread when nobody is left.
    void leave(const std::shared_ptr<Mailbox> &core, const std::function<void()> &gone);

    /// Tells every client that it goes (close code 1001), lets what is under way finish, and ends the thread; within
    /// two seconds.
    void stop();

    /// Reads certificate and key again, for connections from now on; an error leaves the old ones in use.
    [[nodiscard]] Result<void> reloadTls();

    /// Has the thread of the web side answer, behind all that it has to do: `answered` is called on the core thread.
    void knock(const std::shared_ptr<Mailbox> &core, const Mailbox::Work &answered);

    /// Another code as in Listening, for one more login; empty without authentication.
    void issueLoginCode(const Reply<QByteArray> &reply);

    /// Called on the core thread with the number of live WebSocket connections when it changes.
    void onClients(const std::shared_ptr<Mailbox> &core, std::function<void(int)> handler);

private:
    class Inside;

    void windDown(const std::function<void()> &gone);

    const Options m_options;
    NovaService &m_service;
    const EventLog &m_log;
    Logger &m_logger;
    SettingsService *const m_settings;
    quint16 m_port = 0; ///< That was found.
    QThread m_thread;
    std::shared_ptr<Mailbox> m_mailbox; ///< Server thread.
    std::unique_ptr<Inside> m_inside;   ///< Server thread.
    QMetaObject::Connection m_subscription;
    std::weak_ptr<Mailbox> m_core;
    std::function<void(int)> m_onClients;
};

} // namespace nova
