#include "tests/remote/remote_world.h"

#include "tests/support/free_port.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

RemoteNova::Timing shortTiming()
{
    using std::chrono::milliseconds;
    return {.state = {.timeout = milliseconds(2000), .gap = milliseconds(10)},
            .socket = {.opening = milliseconds(2000), .heartbeat = milliseconds(300)},
            .firstRetry = milliseconds(20),
            .longestRetry = milliseconds(100),
            .refresh = std::chrono::hours(1),
            .command = milliseconds(3000),
            .slowCommand = milliseconds(3000)};
}

Watched::Watched(const RemoteNova::Options &options)
    : m_nova(std::make_unique<RemoteNova>(options))
{
    m_phases.append(m_nova->state()->link->phase);
    QObject::connect(m_nova.get(), &NovaService::eventPublished, m_nova.get(),
                     [this](const Event &event) { note(event); });
    QObject::connect(m_nova.get(), &NovaService::stateChanged, m_nova.get(), [this](const NovaStatePtr &state) {
        ++m_changes;
        if (state->link->phase != m_phases.last())
            m_phases.append(state->link->phase);
    });
}

void Watched::note(const Event &event)
{
    m_events.append(event);
    const QString revision = event.data[u"revision"].toString();
    // Tests change one thing after the other, or look at numbers only.
    if (event.type == EventType::McpToggled && m_nova->state()->catalog->file.revision != revision)
        m_early.append(u"%1: %2"_s.arg(event.seq).arg(revision));
}

QList<quint64> Watched::numbers() const
{
    QList<quint64> numbers;
    for (const Event &event : m_events)
        numbers.append(event.seq);
    return numbers;
}

Result<Toggled> Watched::toggle(const QString &name, std::optional<bool> enabled, const std::optional<QString> &ifMatch)
{
    return answerTo<Toggled>([&](const Reply<Toggled> &reply) {
        m_nova->toggle({name, enabled, ifMatch}, {Origin::Ui, u"desktop"_s}, reply);
    });
}

const ServerEntry *Watched::server(const QString &name) const
{
    const auto catalog = m_nova->state()->catalog; // Kept by the state as long as nothing turns.
    for (const ServerEntry &server : catalog->servers) {
        if (server.name == name)
            return &server;
    }
    return nullptr;
}

RemoteWorld::RemoteWorld()
    : m_port(freePort())
    , proxy(m_port)
{
    serve();
}

void RemoteWorld::serve()
{
    stopServing();
    web = std::make_unique<WebFixture>([this](WebServer::Options &options) {
        options.port = m_port;
        options.allowedHosts = {u"127.0.0.1:%1"_s.arg(proxy.port())};
    });
}

void RemoteWorld::stopServing()
{
    proxy.cut(); // It lives in this thread, and could not say good-bye while the server waits for that.
    web.reset();
}

RemoteNova::Options RemoteWorld::options() const
{
    return {QUrl(u"http://127.0.0.1:%1/"_s.arg(proxy.port())), QString::fromLatin1(WebFixture::token), shortTiming()};
}

void RemoteWorld::flipThere(const QString &name)
{
    const quint64 before = web->nova->events().lastSeq();
    web->nova->toggle({name, {}, {}}, editor(), {});
    QTRY_VERIFY(web->nova->events().lastSeq() > before);
}

int RemoteWorld::stateQuestions() const
{
    static const QRegularExpression line(u"nova_http_requests_total\\{[^}]*route=\"/api/state\"[^}]*\\} (\\d+)"_s);
    const QByteArray metrics = bodyOf(web->exchange(web->request("GET /metrics")));
    return line.match(QString::fromUtf8(metrics)).captured(1).toInt();
}

} // namespace nova::test
