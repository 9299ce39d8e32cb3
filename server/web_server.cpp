#include "server/web_server.h"

#include "core/log/logger.h"
#include "server/api/api.h"
#include "server/http/http_server.h"
#include "server/metrics/server_metrics.h"
#include "server/net/tls_identity.h"

#include <QTimer>

#include <future>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// REST calls of those for whom there is a WebSocket, and a little room beside.
constexpr int connectionsBeside = 128;

/// How many connections there may be, with descriptors to spare for files: at the limit of open files nothing could be
/// accepted, and nothing be saved. Raises that limit as far as it is needed and allowed.
int connectionsFor(int clients)
{
    const int wanted = clients + connectionsBeside;
    constexpr int spare = 256;
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    if (limit.rlim_cur < rlim_t(wanted + spare)) {
        limit.rlim_cur = std::min(limit.rlim_max, rlim_t(wanted + spare));
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    const int most = int(std::min<rlim_t>(limit.rlim_cur, 1 << 24));
    return std::min(wanted, most - std::min(spare, most / 2));
}

QString urlOf(const QString &host, quint16 port, bool tls)
{
    return (tls ? u"https://"_s : u"http://"_s) + (host.contains(u':') ? u'[' + host + u']' : host) + u':' +
           QString::number(port);
}

} // namespace

/// What lives on the server thread, in the order of who needs whom.
class WebServer::Inside
{
public:
    Inside(const Options &options, std::unique_ptr<Poller> polling, std::unique_ptr<HttpServer> listening,
           NovaService &nova, const EventLog &log, Logger &logger, SettingsService *settings,
           std::shared_ptr<Mailbox> mailbox)
        : poller(std::move(polling))
        , metrics({options.version, options.maxClients})
        , stateText(nova, log)
        , gatekeeper({options.authenticate, options.token,
                      HostRules(options.host, listening->port(), options.allowedHosts, options.allowedOrigins,
                                !options.tlsCertificate.isEmpty()),
                      !options.tlsCertificate.isEmpty(), listening->port()})
        , hub(
              log, {options.instance, options.version, options.maxClients}, [this] { return stateText.whole(); },
              metrics, logger)
        , context{nova, stateText, log, gatekeeper, hub, metrics, std::move(mailbox), settings}
        , service{router,
                  gatekeeper,
                  logger,
                  metrics,
                  options.deadlines,
                  [this](std::unique_ptr<Stream> &stream, const Upgrade &upgrade) {
                      return hub.adopt(stream, upgrade);
                  }}
        , http(std::move(listening))
    {
        addRoutes(router, context);
        http->serve(service);
    }

    std::unique_ptr<Poller> poller;
    ServerMetrics metrics;
    StateText stateText;
    Gatekeeper gatekeeper;
    WebSocketHub hub;
    ApiContext context;
    Router router;
    HttpService service;
    std::unique_ptr<HttpServer> http;
    QTimer ending;
};

WebServer::WebServer(Options options, NovaService &service, const EventLog &log, Logger &logger,
                     SettingsService *settings)
    : m_options(std::move(options))
    , m_service(service)
    , m_log(log)
    , m_logger(logger)
    , m_settings(settings)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_thread.setObjectName(u"nova-web"_s);
    m_mailbox->moveToThread(&m_thread);
}

WebServer::~WebServer()
{
    stop();
}

Result<WebServer::Listening> WebServer::start()
{
    Options options = m_options;
    const int connections = connectionsFor(options.maxClients);
    if (const int most = std::max(1, connections - connectionsBeside); options.maxClients > most) {
        m_logger.warning("http"_L1, u"fewer clients than asked for: the system's limit on open files is lower"_s,
                         {{u"max_clients"_s, most}});
        options.maxClients = most;
    }
    std::optional<QSslConfiguration> tls;
    if (!options.tlsCertificate.isEmpty()) {
        const auto identity = loadTlsIdentity(options.tlsCertificate, options.tlsKey);
        if (!identity)
            return tl::unexpected(identity.error());
        tls = *identity;
    }
    std::promise<Result<Listening>> started;
    m_thread.start();
    m_mailbox->post([&] {
        auto poller = std::make_unique<Poller>();
        auto http = std::make_unique<HttpServer>(
            *poller, ConnectionLimits::Options{connections, options.maxClientsPerAddress}, tls);
        if (const auto listening = http->listenOn(options.host, options.port); !listening) {
            started.set_value(tl::unexpected(listening.error()));
            return;
        }
        m_port = http->port();
        m_inside = std::make_unique<Inside>(options, std::move(poller), std::move(http), m_service, m_log, m_logger,
                                            m_settings, m_mailbox);
        QObject::connect(&m_inside->hub, &WebSocketHub::countChanged, m_mailbox.get(), [this](int clients) {
            if (const auto core = m_core.lock(); core && m_onClients)
                core->post([handler = m_onClients, clients] { handler(clients); });
        });
        started.set_value(Listening{urlOf(options.host, m_port, tls.has_value()),
                                    options.authenticate ? m_inside->gatekeeper.sessions().issueCode() : QByteArray()});
    });
    auto result = started.get_future().get();
    if (!result) {
        stop();
        return result;
    }
    m_subscription = QObject::connect(&m_log, &EventLog::appended, [this](const LoggedEvent &logged) {
        m_mailbox->post([this, logged] {
            if (m_inside)
                m_inside->hub.publish(logged);
        });
    });
    return result;
}

void WebServer::closeDoor()
{
    std::promise<void> closed;
    m_mailbox->post([&] {
        m_inside->http->close();
        closed.set_value();
    });
    closed.get_future().wait();
}

Result<void> WebServer::openDoor()
{
    std::promise<Result<void>> opened;
    m_mailbox->post([&] {
        opened.set_value(m_inside->http->listenOn(m_options.host, m_port));
        if (const auto core = m_core.lock(); core && m_onClients)
            core->post([handler = m_onClients, clients = m_inside->hub.count()] { handler(clients); });
    });
    return opened.get_future().get();
}

Result<void> WebServer::reloadTls()
{
    if (m_options.tlsCertificate.isEmpty())
        return {};
    const auto identity = loadTlsIdentity(m_options.tlsCertificate, m_options.tlsKey);
    if (!identity)
        return tl::unexpected(identity.error());
    m_mailbox->post([this, tls = *identity] {
        if (m_inside)
            m_inside->http->setTls(tls);
    });
    return {};
}

void WebServer::knock(const std::shared_ptr<Mailbox> &core, const Mailbox::Work &answered)
{
    m_mailbox->post([core, answered] { core->post(answered); });
}

void WebServer::issueLoginCode(const Reply<QByteArray> &reply)
{
    m_mailbox->post([this, reply] {
        if (m_inside)
            reply(m_options.authenticate ? m_inside->gatekeeper.sessions().issueCode() : QByteArray());
        else
            reply(failure(ErrorCode::Unavailable, u"The web page is not being served."_s));
    });
}

/// On the server thread. Until the last close frame is out and the last answer given; a peer that does not read is not
/// waited for.
void WebServer::windDown(const std::function<void()> &gone)
{
    m_inside->http->wind();
    m_inside->hub.closeAll();
    m_inside->ending.disconnect(); // Who asks last is told.
    const QDeadlineTimer patience(1500);
    QObject::connect(&m_inside->ending, &QTimer::timeout, m_mailbox.get(), [this, gone, patience] {
        if (!patience.hasExpired() && !(m_inside->hub.isQuiet() && m_inside->http->connections() == 0))
            return;
        m_inside->ending.stop();
        m_mailbox->post(gone); // Not from within a signal of what it may destroy.
    });
    m_inside->ending.start(10);
}

void WebServer::leave(const std::shared_ptr<Mailbox> &core, const std::function<void()> &gone)
{
    QObject::disconnect(m_subscription);
    m_mailbox->post([this, core, gone] { // Behind every event and answer that is on its way.
        windDown([core, gone] { core->post(gone); });
    });
}

void WebServer::stop()
{
    QObject::disconnect(m_subscription);
    if (!m_thread.isRunning())
        return;
    std::promise<void> ended;
    m_mailbox->post([&] { // Behind every event that is on its way: they are flushed first.
        const auto end = [this, &ended] {
            m_inside.reset();
            m_thread.quit();
            ended.set_value();
        };
        if (m_inside)
            windDown(end);
        else
            end();
    });
    ended.get_future().wait();
    m_thread.wait();
}

void WebServer::onClients(const std::shared_ptr<Mailbox> &core, std::function<void(int)> handler)
{
    m_core = core;
    m_onClients = std::move(handler);
}

} // namespace nova
