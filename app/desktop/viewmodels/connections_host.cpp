#include "app/desktop/viewmodels/connections_host.h"

namespace nova
{

ConnectionsHost::ConnectionsHost(QObject *parent)
    : QObject(parent)
{
}

ConnectionsHost::~ConnectionsHost() = default;

} // namespace nova
