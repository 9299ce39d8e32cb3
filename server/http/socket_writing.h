#pragma once

#include <QByteArray>
#include <chrono>

class QTcpSocket;

namespace nova
{

/// Sends `bytes`: straight to the descriptor while nothing waits in the socket's own buffer, which spares a copy and a
/// turn of the event loop for each client; what the kernel does not take goes into that buffer. True where all of it is
/// with the kernel. Under TLS the socket encrypts, so it has to do the writing.
bool sendNow(QTcpSocket &socket, const QByteArray &bytes);

/// What has been written and is not with the kernel yet, in bytes; under TLS in any of its layers.
[[nodiscard]] qint64 unsentBytes(const QTcpSocket &socket);

/// Ends a connection whose peer may still be sending. Closing at once would be a reset, which can overtake what was
/// sent last: this says that there is no more to come and throws away what comes in until the peer ends, or `patience`
/// does.
void closeLingering(QTcpSocket &socket, std::chrono::milliseconds patience = std::chrono::seconds(2));

} // namespace nova
