#include "server/auth/throttle.h"

namespace nova
{

int Throttle::noteWrong(const QString &address)
{
    if (m_records.size() >= maxAddresses && !m_records.contains(address))
        m_records.removeIf([](const auto &record) { return record.value().forgotten.hasExpired(); });
    if (m_records.size() >= maxAddresses && !m_records.contains(address))
        return waitSeconds; // A flood from everywhere: nobody new gets free tries.
    Record &record = m_records[address];
    if (record.forgotten.hasExpired())
        record.wrong = 0;
    record.forgotten = QDeadlineTimer(waitSeconds * 1000);
    return ++record.wrong > triesInARow ? waitSeconds : 0;
}

void Throttle::noteRight(const QString &address)
{
    m_records.remove(address);
}

} // namespace nova
