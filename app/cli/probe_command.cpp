#include "app/cli/probe_command.h"

#include "app/cli/nova_access.h"
#include "app/cli/printing.h"
#include "app/cli/running_nova.h"
#include "app/cli/terminal.h"
#include "core/base/closest.h"
#include "core/documents/file_reading.h"
#include "core/health/health_json.h"
#include "core/health/health_reader.h"
#include "core/health/server_watch.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>

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
        if (reading.status != FileStatus::Present)
            return failure(ErrorCode::NotFound, reading.problem, locations.catalog());
        const CatalogPtr catalog = readCatalog(reading.bytes);
        if (!catalog->valid())
            return failure(ErrorCode::Conflict, u"%1 has errors; «validate» shows them."_s.arg(locations.catalog()),
                           locations.catalog(), catalog->errors);
        const ServerEntry *entry = catalog->find(command.target);
        if (!entry) {
            QStringList known;
            for (const ServerEntry &one : catalog->servers)
                known.append(one.name);
            const QString message = u"%1 has no server named %2; an address begins with http:// or https://."_s.arg(
                locations.catalog(), command.target);
            return tl::unexpected(withSuggestion({ErrorCode::NotFound, message}, command.target, known));
        }
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

void printVerdict(const HealthReport &report, const Paint &paint)
{
    QString verdict = toString(report.status);
    verdict.replace(u'_', u' ');
    const bool isWell = report.status == HealthStatus::Healthy;
    print(u"%1: %2"_s.arg(paint(isWell ? Paint::Tint::Good : Paint::Tint::Bad, verdict), harmless(report.summary)));
    if (!report.action.isEmpty())
        print(harmless(report.action));
    if (!report.toolNames.isEmpty())
        print(u"Tools: %1"_s.arg(harmless(report.toolNames.join(u", "_s))));
}

void printForPeople(const MonitoredServer &server, const HealthReport &report, const QList<ProbeStep> &steps,
                    const Paint &paint)
{
    print(harmless(server.entry.url));
    for (const ProbeStep &step : steps) {
        const QString mark = step.fine ? paint(Paint::Tint::Good, u"✓"_s) : paint(Paint::Tint::Bad, u"✕"_s);
        print(u"  %1 %2 %3 ms  %4"_s.arg(mark, step.what.leftJustified(26))
                  .arg(step.elapsedMs, 5)
                  .arg(harmless(step.found)));
    }
    printVerdict(report, paint);
}

/// Has the Nova at --connect ask the server of that name.
int probeThere(const CommandLine &command, const Locations &locations)
{
    if (isAddress(command.target) || !command.headers.isEmpty() || command.timeoutSeconds > 0)
        return fail(
            command,
            {ErrorCode::InvalidInput,
             u"With --connect «probe» takes the name of a server of that Nova, without --header and --timeout."_s},
            2);
    const auto nova = RunningNova::find(command, locations);
    if (!nova)
        return fail(command, nova.error());
    const Progress progress(u"%1 asks %2"_s.arg((*nova)->address().name(), command.target));
    const auto answer = (*nova)->ask({.method = "POST",
                                      .path = u"/api/mcp/%1/check"_s.arg(pathSegment(command.target)),
                                      .timeout = std::chrono::minutes(2)});
    if (!answer) {
        const auto catalog = (*nova)->get(u"/api/mcp"_s);
        return fail(command, withSuggestion(answer.error(), command.target, namesIn(catalog.value_or(QJsonObject()))));
    }
    const QJsonObject json = QJsonDocument::fromJson(answer->body).object();
    const auto report = fromJson<HealthReport>(json);
    if (!report)
        return fail(command, report.error());
    if (command.json)
        print(json);
    else
        printVerdict(*report, Paint(command.color));
    return report->status == HealthStatus::Healthy ? 0 : 1;
}

} // namespace

int runProbe(const CommandLine &command, const Locations &locations)
{
    if (!command.connect.isEmpty())
        return probeThere(command, locations);
    const auto server = serverOf(command, locations);
    if (!server)
        return fail(command, server.error(), server.error().code == ErrorCode::InvalidInput ? 2 : 1);
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
    std::optional<Progress> progress(u"Asking %1"_s.arg(server->entry.url));
    watch.check(client, environment, [&] { watch.endSession(client, environment, end); });
    if (!finished)
        loop.exec();
    progress.reset();
    const HealthReport &report = *watch.report();
    if (command.json)
        print(json(*server, report, watch.steps()));
    else
        printForPeople(*server, report, watch.steps(), Paint(command.color));
    return report.status == HealthStatus::Healthy ? 0 : 1;
}

} // namespace nova
