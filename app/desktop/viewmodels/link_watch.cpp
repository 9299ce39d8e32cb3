#include "app/desktop/viewmodels/link_watch.h"

#include <utility>

namespace nova
{

LinkWatch::LinkWatch(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_address(service.state()->link->address)
{
    connect(&service, &NovaService::stateChanged, this, &LinkWatch::takeState);
}

LinkWatch::~LinkWatch() = default;

void LinkWatch::takeState(const NovaStatePtr &state)
{
    if (state->link->address == m_address)
        return;
    const QString before = std::exchange(m_address, state->link->address);
    Q_EMIT switched(before, m_address);
}

} // namespace nova
