#include "tests/mcp/probing.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace nova::test
{

McpFinding probe(HttpClient &client, const QUrl &url, const McpMemory &memory, std::chrono::milliseconds deadline,
                 const QList<HttpHeader> &headers)
{
    QEventLoop loop;
    McpFinding found;
    McpProbe probe(client, {url, headers}, memory, deadline, [&](const McpFinding &finding) {
        found = finding;
        loop.quit();
    });
    probe.start();
    loop.exec();
    return found;
}

CheckResult checkOnce(HttpClient &client, const MonitoredServer &server, const QProcessEnvironment &environment,
                      std::chrono::milliseconds timeout)
{
    QEventLoop loop;
    CheckResult found;
    HealthCheck check(client, makeTarget(server, environment, timeout), {}, [&](const CheckResult &result) {
        found = result;
        loop.quit();
    });
    check.start();
    loop.exec();
    return found;
}

HttpReply fetch(HttpClient &client, HttpRequest request)
{
    QEventLoop loop;
    HttpReply answer;
    client.send(std::move(request), [&](const HttpReply &reply) {
        answer = reply;
        loop.quit();
    });
    loop.exec();
    return answer;
}

MonitoredServer serverAt(const QUrl &url, ProbeKind kind)
{
    MonitoredServer server;
    server.entry.name = u"one"_s;
    server.entry.url = QString::fromLatin1(url.toEncoded());
    server.entry.probe = kind;
    return server;
}

QStringList textsOf(const McpFinding &finding)
{
    QStringList texts = finding.offered + finding.memory.toolNames;
    texts << finding.detail << finding.redirect << finding.memory.serverName << finding.memory.serverVersion
          << finding.memory.version;
    for (const ProbeStep &step : finding.steps)
        texts << step.what << step.found;
    return texts;
}

} // namespace nova::test
