#pragma once

#include "core/events/event.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <deque>

namespace nova
{

/// How many tasks of other programs there are in each status. Nothing is asked of anybody: it starts empty and knows
/// what it has been told since.
struct TaskCounts {
    QMap<QString, qint64> counts; ///< By status; «pending», «running», «completed» and «failed» are always there.
    QDateTime since;              ///< Of the start.
    QDateTime updated;            ///< Of the last word; invalid if there was none.

    bool operator==(const TaskCounts &) const = default;
};

/// Counts tasks from `task_updated` events: whole counts, which replace what was known, or single tasks, which are
/// moved from the status they had. A status that is not one of the four is kept as it is. Core thread.
class TaskBoard
{
public:
    explicit TaskBoard(const QDateTime &now);

    /// `data` is that of a `task_updated` event and has been checked. False if nothing is different.
    bool take(const QJsonObject &data, const QDateTime &when);

    [[nodiscard]] const TaskCounts &counts() const { return m_counts; }

private:
    void move(const QString &id, const QString &status);

    TaskCounts m_counts;
    QHash<QString, QString> m_statusOf; ///< Of the tasks heard of last, by id.
    std::deque<QString> m_order;        ///< The same ids, oldest first.
};

} // namespace nova
