#include "app/desktop/viewmodels/health_words.h"

#include "app/desktop/viewmodels/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("nova", text);
}

/// Two units say enough of any time.
QString twoUnits(const QString &large, qint64 rest, const char *small)
{
    return rest == 0 ? large : tr("%1 %2").arg(large, tr(small).arg(rest));
}

} // namespace

StatusModel::Mark markOf(HealthStatus status)
{
    using Mark = StatusModel::Mark;
    switch (status) {
    case HealthStatus::Disabled:
        return Mark::Off;
    case HealthStatus::Checking:
        return Mark::Checking;
    case HealthStatus::Healthy:
        return Mark::Good;
    case HealthStatus::Degraded:
        return Mark::Degraded;
    case HealthStatus::AuthRequired:
    case HealthStatus::Incompatible:
    case HealthStatus::NotMcp:
    case HealthStatus::Misconfigured:
        return Mark::Attention;
    case HealthStatus::Unreachable:
        break;
    }
    return Mark::Failing;
}

QList<int> barKinds(const QList<HealthBarSlot> &bar)
{
    QList<int> kinds;
    for (const HealthBarSlot &slot : bar)
        kinds.append(int(markOf(slot.status)));
    return kinds;
}

QList<int> barLatencies(const QList<HealthBarSlot> &bar)
{
    QList<int> latencies;
    for (const HealthBarSlot &slot : bar)
        latencies.append(slot.latencyMs);
    return latencies;
}

bool needsPerson(const HealthReport &report)
{
    switch (report.status) {
    case HealthStatus::Disabled:
    case HealthStatus::Checking:
    case HealthStatus::Healthy:
        return false;
    case HealthStatus::Degraded:
        return report.misses == 0; // Else it is being asked again.
    default:
        return true;
    }
}

QString healthWords(const HealthReport &report, const QDateTime &now)
{
    const QString since = report.since.isValid() ? tr(" since %1").arg(sinceWords(report.since, now)) : QString();
    switch (report.status) {
    case HealthStatus::Disabled:
        return tr("off");
    case HealthStatus::Checking:
        return tr("being checked");
    case HealthStatus::Healthy: {
        QStringList words{report.toolCount < 0 ? tr("answers") : toolsWords(report.toolCount),
                          latencyWords(report.latencyMs)};
        words.removeAll(QString());
        return words.join(u" · "_s);
    }
    case HealthStatus::Degraded:
        if (!needsPerson(report))
            return tr("no answer just now");
        return report.reason == u"slow" ? QString(tr("slow") + since) : QString(tr("not well") + since);
    case HealthStatus::AuthRequired:
        return report.reason == u"credentials_refused" ? tr("refuses the credentials") : tr("wants credentials");
    case HealthStatus::Incompatible:
        return tr("speaks another version of MCP");
    case HealthStatus::NotMcp:
        return tr("is no MCP server");
    case HealthStatus::Misconfigured:
        return report.reason == u"missing_variable" ? tr("misses a variable") : tr("is not set up right");
    case HealthStatus::Unreachable:
        break;
    }
    return QString(tr("cannot be reached") + since);
}

QString toolsWords(int count)
{
    if (count < 0)
        return {};
    return count == 1 ? tr("1 tool") : tr("%1 tools").arg(QLocale().toString(count));
}

QString latencyWords(int latencyMs)
{
    constexpr int second = 1000;
    if (latencyMs < 0)
        return {};
    if (latencyMs < second)
        return tr("%1 ms").arg(latencyMs);
    return tr("%1 s").arg(QLocale().toString(double(latencyMs) / second, 'f', 1));
}

QString sinceWords(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return clockWords(local.time());
    if (days == 1)
        return tr("yesterday %1").arg(clockWords(local.time()));
    return QLocale().toString(local.date(), u"d MMM"_s);
}

QString durationWords(qint64 milliseconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    if (seconds < minute)
        return tr("%1 s").arg(seconds);
    if (seconds < hour)
        return twoUnits(tr("%1 min").arg(seconds / minute), seconds % minute, "%1 s");
    if (seconds < day)
        return twoUnits(tr("%1 h").arg(seconds / hour), seconds % hour / minute, "%1 min");
    const QString days = seconds < 2 * day ? tr("1 day") : tr("%1 days").arg(seconds / day);
    return twoUnits(days, seconds % day / hour, "%1 h");
}

QString percentWords(double percent)
{
    if (percent < 0)
        return {};
    constexpr double all = 100.0;
    const double shown = percent >= all ? all : std::floor(percent * 10) / 10;
    return tr("%1 %").arg(QLocale().toString(shown, 'f', shown >= all ? 0 : 1));
}

} // namespace nova
