#include "tests/desktop/staged_nova.h"

#include "core/base/utc.h"
#include "core/catalog/catalog.h"
#include "core/documents/line_diff.h"
#include "core/prompt/prompt.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

QDateTime spring(int day, int hour, int minute)
{
    return utcTime(QDate(2025, 4, day), QTime(hour, minute));
}

QList<HealthBarSlot> bar(int latencyMs, HealthStatus last)
{
    QList<HealthBarSlot> slots;
    for (int slot = 0; slot < HealthState::barSlots; ++slot) {
        const HealthStatus status = slot > 20 ? last : HealthStatus::Healthy;
        if (slot < 4)
            slots.append({HealthStatus::Checking, -1});
        else
            slots.append(
                {status, status == HealthStatus::Unreachable ? -1 : latencyMs + latencyMs * (slot * 7 % 5) / 8});
    }
    return slots;
}

HealthReport told(HealthStatus status, const QString &reason, const QString &summary, const QString &action)
{
    HealthReport report = FakeNova::report(status, reason);
    report.summary = summary;
    report.action = action;
    report.since = spring(14, 10, 42);
    report.checkedAt = spring(14, 11, 20);
    return report;
}

QString path(DocumentKind document)
{
    return document == DocumentKind::Catalog ? u"/srv/nova/configs/mcp_servers.yaml"_s
                                             : u"/srv/nova/prompts/NOVA_SYSTEM_PROMPT.md"_s;
}

QByteArray earlier(QByteArray text)
{
    return text.replace("calendar", "agenda").replace("short", "brief").replace("  probe: mcp\n", "");
}

} // namespace

QByteArray StagedNova::catalogText()
{
    return "# What the agents of the team may use.\n"
           "gmail:\n  url: http://localhost:8002/mcp\n  description: Read, search and draft e-mail\n  service: "
           "mcp_gmail\n\n"
           "calendar:\n  url: http://localhost:8003/mcp\n  description: Appointments and free slots\n"
           "  service: mcp_calendar\n\n"
           "search:\n  url: https://search.example.org/mcp\n  description: Search the web and fetch pages\n  probe: "
           "mcp\n\n"
           "files:\n  url: http://localhost:8005/mcp\n  description: Read and write the shared project folder\n\n"
           "tickets:\n  url: http://localhost:8006/mcp\n  description: Issues of the team\n\n"
           "the-archive-of-all-minutes-of-the-board-since-1987:\n  url: http://archive.example.org/mcp\n"
           "  description: What was decided, by whom, and why, in full sentences that nobody has ever had the time to "
           "make any shorter\n\n"
           "notion:\n  url: http://localhost:8008/mcp\n  description: Pages and databases of the team\n"
           "  enabled: false\n";
}

QByteArray StagedNova::promptText()
{
    return "# Nova\n\nYou are **Nova**, who looks after the mail and the calendar of a small team. Be kind, be short, "
           "and "
           "ask before anything is *sent*.\n\n## Tools\n\n- `gmail` reads and drafts mail\n- `calendar` knows free "
           "slots\n- `search` looks things up\n\n1. Look first.\n2. Then say what you found.\n\n> Never invent an "
           "appointment.\n\n```yaml\ntone: friendly\nlength: short\n```\n\n| when | what |\n| --- | --- |\n| morning | "
           "the mail |\n| evening | [a report](https://example.org) |\n";
}

QByteArray StagedNova::textOf(DocumentKind document, const QString &id)
{
    const QByteArray text = document == DocumentKind::Catalog ? catalogText() : promptText();
    return id == u"current" ? text : earlier(text);
}

StagedNova::StagedNova()
{
    stageServers();
    PromptState prompt{loaded(path(DocumentKind::Prompt), u"p1"_s), promptText(), countLines(promptText())};
    prompt.file.modified = spring(12, 9, 5);
    setPrompt(prompt);
    setServing(u"http://127.0.0.1:8765"_s, 2);
    RedisStatus redis;
    redis.state = RedisStatus::State::Connected;
    redis.address = u"redis.example.org:6379"_s;
    redis.channel = u"nova_events"_s;
    redis.since = spring(1, 8, 0);
    redis.latencyMs = 1;
    setRedis(redis);
    TaskCounts tasks;
    tasks.counts = {{u"pending"_s, 3}, {u"running"_s, 1}, {u"completed"_s, 128}, {u"failed"_s, 2}};
    tasks.updated = spring(14, 11, 0);
    setTasks(tasks);
    stageEvents();
}

void StagedNova::stageServers()
{
    QList<ServerEntry> servers = readCatalog(catalogText())->servers;
    CatalogState catalog{loaded(path(DocumentKind::Catalog), u"r1"_s), servers};
    catalog.file.modified = spring(13, 16, 30);
    setCatalog(catalog);

    HealthReport well = told(HealthStatus::Healthy, {}, u"Ready with 14 tools."_s, {});
    well.protocolVersion = u"2025-06-18"_s;
    well.serverName = u"Gmail MCP Server"_s;
    well.serverVersion = u"1.4.2"_s;
    well.toolNames = QStringList{u"search_mail"_s, u"read_mail"_s, u"draft_mail"_s, u"list_labels"_s};
    setReport(u"gmail"_s, well, bar(20, HealthStatus::Healthy));
    HealthReport down =
        told(HealthStatus::Unreachable, u"refused"_s, u"Nothing listens there: the connection was refused."_s,
             u"Start the server, or correct the port in «url»."_s);
    down.detail = u"connect to 127.0.0.1:8003: Connection refused"_s;
    down.lastHealthyAt = spring(14, 10, 41);
    setReport(u"calendar"_s, down, bar(30, HealthStatus::Unreachable));
    well.toolCount = 3;
    well.latencyMs = 141;
    setReport(u"search"_s, well, bar(140, HealthStatus::Healthy));
    setReport(u"files"_s,
              told(HealthStatus::AuthRequired, u"credentials_missing"_s,
                   u"It is up and wants credentials (HTTP 401)."_s,
                   u"Put them into «headers», such as { Authorization: \"Bearer ${MY_TOKEN}\" }."_s),
              bar(15, HealthStatus::AuthRequired));
    HealthReport slow = told(HealthStatus::Degraded, u"slow"_s, u"It works, but far slower than usual."_s,
                             u"See what keeps the server busy."_s);
    slow.latencyMs = 2300;
    slow.toolCount = 8;
    setReport(u"tickets"_s, slow, bar(80, HealthStatus::Degraded));
    setReport(u"the-archive-of-all-minutes-of-the-board-since-1987"_s,
              told(HealthStatus::Degraded, u"timeout"_s, u"No answer within 5 s. It is asked again at once."_s,
                   u"See what keeps the server busy."_s),
              bar(60, HealthStatus::Degraded));
    RestartState restarts;
    restarts.allowed = QStringList{u"mcp_gmail"_s, u"mcp_calendar"_s};
    setRestarts(restarts);

    history.name = u"calendar"_s;
    history.uptime24h = 97.31;
    history.uptime30d = 99.92;
    history.p50Ms = 31;
    history.p95Ms = 88;
    history.outages = {
        {spring(10, 9, 0), spring(10, 9, 3), HealthStatus::Unreachable, u"No answer within 5 s."_s},
        {spring(12, 22, 10), spring(12, 23, 50), HealthStatus::Unreachable, u"The name could not be found."_s}};
}

void StagedNova::stageEvents()
{
    int number = 0;
    const auto event = [&number](EventType type, const QJsonObject &data, const QString &source) {
        Event made = makeEvent(type, data, source);
        made.id = u"0b5b0f3e-1c5f-4c7a-9d0e-%1"_s.arg(++number, 12, 10, QChar(u'0'));
        made.timestamp = spring(14, 10, 20 + 4 * number);
        made.seq = quint64(number);
        return made;
    };
    const auto health = [](const char *name, const char *status) {
        return QJsonObject{{u"name"_s, QLatin1StringView(name)},
                           {u"status"_s, QLatin1StringView(status)},
                           {u"summary"_s, u"Nothing listens there: the connection was refused."_s}};
    };
    const auto toggled = [](const char *name, bool on, const char *origin) {
        return QJsonObject{
            {u"name"_s, QLatin1StringView(name)}, {u"enabled"_s, on}, {u"origin"_s, QLatin1StringView(origin)}};
    };
    const QString here = u"nova-settings@here"_s;
    const QString agents = u"nova-agents@nova-2"_s;
    events = {
        event(EventType::McpToggled, toggled("gmail", true, "ui"), here),
        event(EventType::McpToggled, toggled("notion", false, "api"), here),
        event(EventType::PromptUpdated,
              {{u"added"_s, 3}, {u"removed"_s, 1}, {u"origin"_s, u"file"_s}, {u"lines"_s, 128}}, here),
        event(EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"pending"_s, 3}, {u"running"_s, 1}}}}, agents),
        event(EventType::TaskUpdated,
              {{u"task"_s, QJsonObject{{u"id"_s, u"t-7"_s}, {u"status"_s, u"failed"_s}, {u"title"_s, u"Nightly"_s}}}},
              agents),
        event(EventType::SystemHealth,
              {{u"overall"_s, u"degraded"_s}, {u"servers"_s, QJsonArray{health("calendar", "unreachable")}}}, here)};
}

void StagedNova::breakCatalog()
{
    m_broken = catalogText()
                   .replace("url: http://localhost:8003/mcp", "url: localhost:8003")
                   .replace("enabled: false", "enabled: perhaps");
    CatalogState catalog = *state()->catalog;
    catalog.file.state = DocumentStatus::State::Invalid;
    catalog.file.fileRevision = u"r2"_s;
    catalog.file.errors = interpretCatalog(m_broken)->errors;
    setCatalog(catalog);
}

void StagedNova::clear()
{
    setHealth({});
    setRestarts({});
    setCatalog({loaded(path(DocumentKind::Catalog), u"r3"_s), {}});
}

void StagedNova::fillWith(int servers)
{
    QList<ServerEntry> entries = state()->catalog->servers;
    for (int i = 0; i < servers; ++i)
        entries.append(server(u"server-%1"_s.arg(i, 4, 10, QChar(u'0')), i % 3 != 0));
    setCatalog({loaded(path(DocumentKind::Catalog), u"r4"_s), entries});
}

void StagedNova::readText(DocumentKind document, QString id, Reply<StoredText> reply)
{
    const bool broken = document == DocumentKind::Catalog && id == u"current" && !m_broken.isEmpty();
    const QString revision = document == DocumentKind::Prompt ? u"p1"_s : broken ? u"r2"_s : u"r1"_s;
    reply(StoredText{id, broken ? m_broken : textOf(document, id), revision});
}

void StagedNova::listVersions(DocumentKind, Reply<QList<DocumentVersion>> reply)
{
    reply(QList<DocumentVersion>{{u"v2"_s, spring(12, 9, 5), u"file"_s, u"0123456789ab"_s, {3, 1}, 812},
                                 {u"v1"_s, spring(9, 18, 40), u"ui"_s, u"ba9876543210"_s, {12, 4}, 640}});
}

void StagedNova::compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply)
{
    const QByteArray before = textOf(document, from);
    const QByteArray after = textOf(document, to);
    reply(TextDiff{from, to, countChangedLines(before, after), unifiedDiff(before, after)});
}

void StagedNova::validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply)
{
    reply(document == DocumentKind::Catalog ? interpretCatalog(text) : interpretPrompt(text));
}

} // namespace nova::test
