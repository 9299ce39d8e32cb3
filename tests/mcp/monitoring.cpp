#include "tests/mcp/monitoring.h"

#include "tests/mcp/probing.h"

#include <QEventLoop>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace nova::test
{

HealthMonitor::Options monitorOptions(std::chrono::milliseconds timeout, std::chrono::milliseconds interval)
{
    HealthMonitor::Options options;
    options.servers = {interval, timeout, 2};
    options.environment = QProcessEnvironment();
    return options;
}

MonitoredServer named(const QString &name, const QUrl &url, bool enabled)
{
    MonitoredServer server = serverAt(url);
    server.entry.name = name;
    server.entry.enabled = enabled;
    return server;
}

QString checkNow(HealthMonitor &monitor, const QString &name)
{
    QString status = u"no answer"_s;
    QEventLoop loop; // QTest::qWaitFor() would sleep between any two events.
    bool answered = false;
    monitor.check(name, [&](const Result<HealthReportPtr> &report) {
        if (report)
            status = toString((*report)->status);
        answered = true;
        loop.quit();
    });
    QTimer::singleShot(std::chrono::seconds(30), &loop, &QEventLoop::quit);
    if (!answered)
        loop.exec();
    return status;
}

QString statusOf(const HealthMonitor &monitor, const QString &name)
{
    return toString(monitor.report(name)->status);
}

} // namespace nova::test
