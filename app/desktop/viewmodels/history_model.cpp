#include "app/desktop/viewmodels/history_model.h"

#include "app/desktop/viewmodels/health_words.h"
#include "app/desktop/viewmodels/words.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// With the time of the day however long ago it was.
QString momentWords(const QDateTime &time, const QDateTime &now)
{
    const QString words = sinceWords(time, now);
    const QDateTime local = time.toLocalTime();
    const bool hasClock = local.date().daysTo(now.toLocalTime().date()) <= 1;
    return hasClock ? words : QString(words + u' ' + clockWords(local.time()));
}

} // namespace

HistoryModel::HistoryModel(NovaService &service, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
{
    // A server of the same name is another one there.
    connect(&m_watch, &LinkWatch::switched, this, [this] {
        m_mailbox = std::make_shared<Mailbox>();
        read({});
    });
}

HistoryModel::~HistoryModel() = default;

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HealthOutage &outage = m_history.outages[index.row()];
    const QDateTime now = QDateTime::currentDateTime();
    const bool ongoing = !outage.until.isValid();
    const auto exactly = [](const QDateTime &time) {
        return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
    };
    switch (role) {
    case WhenRole: {
        const QString from = momentWords(outage.from, now);
        const bool sameDay = !ongoing && outage.until.toLocalTime().date() == outage.from.toLocalTime().date();
        const QString until = sameDay ? clockWords(outage.until.toLocalTime().time()) : momentWords(outage.until, now);
        return ongoing ? tr("since %1").arg(from) : tr("%1 to %2").arg(from, until);
    }
    case LengthRole:
        return durationWords(outage.from.msecsTo(ongoing ? now : outage.until));
    case OngoingRole:
        return ongoing;
    case ReasonRole:
        return outage.reason;
    case SpanRole:
        return ongoing ? tr("Since %1").arg(exactly(outage.from))
                       : tr("%1 to %2").arg(exactly(outage.from), exactly(outage.until));
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return {{WhenRole, "when"},
            {LengthRole, "length"},
            {OngoingRole, "ongoing"},
            {ReasonRole, "reason"},
            {SpanRole, "span"}};
}

QString HistoryModel::uptimeDay() const
{
    return percentWords(m_history.uptime24h);
}

QString HistoryModel::uptimeMonth() const
{
    return percentWords(m_history.uptime30d);
}

QString HistoryModel::usualLatency() const
{
    return latencyWords(m_history.p50Ms);
}

QString HistoryModel::slowLatency() const
{
    return latencyWords(m_history.p95Ms);
}

void HistoryModel::read(const QString &server)
{
    if (server != m_server) {
        m_server = server;
        m_problem.clear();
        show({}); // What is known of one server is not shown of another.
    }
    if (server.isEmpty())
        return;
    m_service.readHistory(server, {m_mailbox, [this, server](const Result<HealthHistory> &history) {
                                       if (server != m_server)
                                           return; // Somebody looks at another one meanwhile.
                                       m_problem = history ? QString() : history.error().message;
                                       show(history.value_or(HealthHistory()));
                                   }});
}

void HistoryModel::show(const HealthHistory &history)
{
    HealthHistory next = history;
    std::reverse(next.outages.begin(), next.outages.end());
    if (next.outages == m_history.outages) {
        m_history = next;
        if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1), {WhenRole, LengthRole});
    } else {
        beginResetModel();
        m_history = next;
        endResetModel();
    }
    Q_EMIT changed();
}

} // namespace nova
