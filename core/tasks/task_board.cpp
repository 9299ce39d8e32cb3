#include "core/tasks/task_board.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr size_t maxTasks = 10'000;   ///< A task that was heard of longer ago counts as new.
constexpr qsizetype maxStatuses = 50; ///< Others do not get to fill our memory with words.

} // namespace

TaskBoard::TaskBoard(const QDateTime &now)
{
    m_counts.since = now;
    for (const QString &status : {u"pending"_s, u"running"_s, u"completed"_s, u"failed"_s})
        m_counts.counts.insert(status, 0);
}

bool TaskBoard::take(const QJsonObject &data, const QDateTime &when)
{
    const QMap<QString, qint64> before = m_counts.counts;
    if (data.contains(u"counts")) {
        const QJsonObject counts = data[u"counts"].toObject();
        for (qint64 &count : m_counts.counts)
            count = 0;
        for (auto count = counts.begin(); count != counts.end(); ++count) {
            if (m_counts.counts.contains(count.key()) || m_counts.counts.size() < maxStatuses)
                m_counts.counts.insert(count.key(), qint64(count.value().toDouble()));
        }
    } else {
        move(data[u"task"][u"id"].toString(), data[u"task"][u"status"].toString().left(64));
    }
    m_counts.updated = when;
    return m_counts.counts != before;
}

void TaskBoard::move(const QString &id, const QString &status)
{
    const auto known = m_statusOf.constFind(id);
    if (known != m_statusOf.cend()) {
        if (*known == status)
            return;
        if (const auto old = m_counts.counts.find(*known); old != m_counts.counts.end())
            *old = std::max<qint64>(0, *old - 1);
    } else {
        m_order.push_back(id);
        if (m_order.size() > maxTasks) {
            m_statusOf.remove(m_order.front());
            m_order.pop_front();
        }
    }
    m_statusOf.insert(id, status);
    if (m_counts.counts.contains(status) || m_counts.counts.size() < maxStatuses)
        ++m_counts.counts[status];
}

} // namespace nova
