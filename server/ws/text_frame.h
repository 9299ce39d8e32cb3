#pragma once

#include <QByteArray>

class QTcpSocket;

namespace nova
{

/// One unfragmented, unmasked text frame (RFC 6455 §5.2) around `text`, which is UTF-8. Made once, sent to all.
[[nodiscard]] QByteArray textFrame(QByteArrayView text);

/// Sends a whole frame: straight to the descriptor while nothing waits in the socket's own buffer, which spares a copy
/// and a turn of the event loop for each client; what the kernel does not take goes into that buffer.
void sendFrame(QTcpSocket &socket, const QByteArray &frame);

} // namespace nova
