#include "server/ws/text_frame.h"

#include <QTcpSocket>
#include <QtEndian>

#include <sys/socket.h>

namespace nova
{

QByteArray textFrame(QByteArrayView text)
{
    constexpr char finalText = char(0x81);
    QByteArray frame;
    frame.reserve(text.size() + 10);
    frame.append(finalText);
    const auto length = quint64(text.size());
    if (length < 126) {
        frame.append(char(length));
    } else if (length <= 0xffff) {
        frame.append(char(126)).resize(4);
        qToBigEndian(quint16(length), frame.data() + 2);
    } else {
        frame.append(char(127)).resize(10);
        qToBigEndian(length, frame.data() + 2);
    }
    return frame.append(text);
}

void sendFrame(QTcpSocket &socket, const QByteArray &frame)
{
    qsizetype sent = 0;
    if (socket.bytesToWrite() == 0) {
        const ssize_t taken = ::send(int(socket.socketDescriptor()), frame.constData(), size_t(frame.size()),
                                     MSG_DONTWAIT | MSG_NOSIGNAL);
        sent = std::max<ssize_t>(taken, 0); // An error shows again, and is handled, when the socket writes.
    }
    if (sent < frame.size())
        socket.write(frame.constData() + sent, frame.size() - sent);
}

} // namespace nova
