#include "server/net/connection_limits.h"

#include "server/net/client_source.h"

namespace nova
{

bool ConnectionLimits::countsByAddress(const QHostAddress &address) const
{
    return m_options.perAddress > 0 && !address.isLoopback();
}

ConnectionLimits::Verdict ConnectionLimits::admit(const QHostAddress &address)
{
    if (m_open >= m_options.total)
        return Verdict::TooMany;
    if (countsByAddress(address)) {
        const QString source = clientSource(address);
        if (m_bySource.value(source) >= m_options.perAddress)
            return Verdict::TooManyFromAddress;
        ++m_bySource[source];
    }
    ++m_open;
    return Verdict::Admitted;
}

void ConnectionLimits::release(const QHostAddress &address)
{
    --m_open;
    if (!countsByAddress(address))
        return;
    const auto source = m_bySource.find(clientSource(address));
    if (source != m_bySource.end() && --*source <= 0)
        m_bySource.erase(source);
}

} // namespace nova
