#include "app/cli/probe_command.h"

#include "app/cli/printing.h"
#include "app/host/headless.h"
#include "core/documents/file_reading.h"
#include "core/health/health_json.h"
#include "core/health/server_watch.h"

#include <QEventLoop>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

bool isAddress(const QString &text)
{
    return text.startsWith(u"http://"_s) || text.startsWith(u"https://"_s);
}

Result<MonitoredServer> serverOf(const CommandLine &command, const Locations &locations)
{
    MonitoredServer server;
    if (isAddress(command.target)) {
        server.entry.name = u"probe"_s;
        server.entry.url = command.target;
        server.entry.probe = ProbeKind::Mcp;
    } else {
        const FileReading reading = readFile(locations.catalog());
        const CatalogPtr catalog = readCatalog(reading.bytes);
        const ServerEntry *entry = catalog->find(command.target);
        if (!entry)
            return failure(ErrorCode::NotFound,
                           u"%1 has no server named %2; an address begins with http:// or https://."_s.arg(
                               locations.catalog(), command.target));
        server = {*entry, catalog->headers.value(entry->name)};
    }
    for (const QString &header : command.headers) {
        const qsizetype colon = header.indexOf(u':');
        if (colon < 1)
            return failure(ErrorCode::InvalidInput, u"A header is written as «Name: value»."_s);
        server.headers.append({header.first(colon).trimmed().toLatin1(), header.sliced(colon + 1).trimmed()});
    }
    if (command.timeoutSeconds > 0)
        server.entry.timeoutSeconds = command.timeoutSeconds;
    return server;
}

QJsonObject json(const MonitoredServer &server, const HealthReport &report, const QList<ProbeStep> &steps)
{
    QJsonArray array;
    for (const ProbeStep &step : steps)
        array.append(QJsonObject{
            {u"step"_s, step.what}, {u"found"_s, step.found}, {u"ok"_s, step.fine}, {u"ms"_s, step.elapsedMs}});
    QJsonObject object = toJson(report);
    object[u"url"_s] = server.entry.url;
    object[u"steps"_s] = array;
    return object;
}

void printForPeople(const MonitoredServer &server, const HealthReport &report, const QList<ProbeStep> &steps)
{
    print(server.entry.url);
    for (const ProbeStep &step : steps)
        print(u"  %1 %2 %3 ms  %4"_s.arg(step.fine ? u"✓"_s : u"✕"_s, step.what.leftJustified(26))
                  .arg(step.elapsedMs, 5)
                  .arg(step.found));
    QString verdict = toString(report.status);
    verdict.replace(u'_', u' ');
    print(u"%1: %2"_s.arg(verdict, report.summary));
    if (!report.action.isEmpty())
        print(report.action);
    if (!report.toolNames.isEmpty())
        print(u"Tools: %1"_s.arg(report.toolNames.join(u", "_s)));
}

} // namespace

int runProbe(const CommandLine &command, const Locations &locations)
{
    const auto server = serverOf(command, locations);
    if (!server) {
        complain(server.error().message);
        return 2;
    }
    HttpClient client;
    ServerWatch::Options options;
    options.failuresBeforeDown = 1; // It is asked once: what it is now is what it is.
    ServerWatch watch(*server, options);
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QEventLoop loop;
    bool finished = false;
    const auto end = [&] {
        finished = true;
        loop.quit();
    };
    watch.check(client, environment, [&] { watch.endSession(client, environment, end); });
    if (!finished)
        loop.exec();
    const HealthReport &report = *watch.report();
    if (command.json)
        print(json(*server, report, watch.steps()));
    else
        printForPeople(*server, report, watch.steps());
    return report.status == HealthStatus::Healthy ? 0 : 1;
}

} // namespace nova
