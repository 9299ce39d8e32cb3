#include "core/health/reason_pool.h"

namespace nova
{

namespace
{

constexpr qsizetype maxReason = 200;
constexpr quint64 maxReasonBytes = 4 * maxReason;
constexpr quint64 maxReasons = 10'000'000;

} // namespace

ReasonPool::Id ReasonPool::hold(const QString &reason)
{
    const QString text = reason.simplified().left(maxReason);
    if (const auto known = m_ids.constFind(text); known != m_ids.cend()) {
        ++m_entries.at(*known).holders;
        return *known;
    }
    Id id = Id(m_entries.size());
    if (m_vacant.empty()) {
        m_entries.emplace_back();
    } else {
        id = m_vacant.back();
        m_vacant.pop_back();
    }
    m_entries.at(id) = {text, 1};
    m_ids.insert(text, id);
    return id;
}

void ReasonPool::release(Id id)
{
    if (--m_entries.at(id).holders == 0)
        vacate(id);
}

void ReasonPool::vacate(Id id)
{
    m_ids.remove(m_entries.at(id).text);
    m_entries.at(id) = {};
    m_vacant.push_back(id);
}

void ReasonPool::write(QByteArray &bytes) const
{
    putNumber(bytes, m_entries.size());
    for (const Entry &entry : m_entries) {
        const QByteArray text = entry.text.toUtf8();
        putNumber(bytes, quint64(text.size()));
        bytes.append(text);
    }
}

void ReasonPool::read(PackedReader &reader)
{
    const quint64 count = reader.number(maxReasons);
    for (quint64 i = 0; i < count && reader.ok(); ++i) {
        const auto text = reader.bytes(reader.number(maxReasonBytes));
        m_entries.push_back(
            {QString::fromUtf8(reinterpret_cast<const char *>(text.data()), qsizetype(text.size())), 0});
        m_ids.insert(m_entries.back().text, Id(i));
    }
}

bool ReasonPool::holdAgain(quint64 id)
{
    if (id >= m_entries.size())
        return false;
    ++m_entries.at(size_t(id)).holders;
    return true;
}

void ReasonPool::sweep()
{
    m_ids.clear();
    m_vacant.clear();
    for (Id id = 0; id < m_entries.size(); ++id) {
        if (m_entries.at(id).holders == 0)
            vacate(id);
        else
            m_ids.insert(m_entries.at(id).text, id);
    }
}

} // namespace nova
