#include "tests/support/free_port.h"

#include <QHostAddress>
#include <QTcpServer>

namespace nova::test
{

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace nova::test
