#pragma once

#include <QSet>
#include <QString>
#include <deque>

namespace nova
{

/// Remembers the newest ids, so that what comes by several ways is taken once.
class SeenIds
{
public:
    explicit SeenIds(size_t most)
        : m_most(most)
    {
    }

    /// False if it was there already.
    bool add(const QString &id)
    {
        if (m_ids.contains(id))
            return false;
        m_ids.insert(id);
        m_order.push_back(id);
        if (m_order.size() > m_most) {
            m_ids.remove(m_order.front());
            m_order.pop_front();
        }
        return true;
    }

private:
    const size_t m_most;
    QSet<QString> m_ids;
    std::deque<QString> m_order;
};

} // namespace nova
