#include "server/ws/frame.h"

#include <QtEndian>

namespace nova
{

QByteArray makeFrame(FrameKind kind, QByteArrayView payload)
{
    constexpr quint8 finalBit = 0x80;
    QByteArray frame;
    frame.reserve(payload.size() + 10);
    frame.append(char(finalBit | quint8(kind)));
    const auto length = quint64(payload.size());
    if (length < 126) {
        frame.append(char(length));
    } else if (length <= 0xffff) {
        frame.append(char(126)).resize(4);
        qToBigEndian(quint16(length), frame.data() + 2);
    } else {
        frame.append(char(127)).resize(10);
        qToBigEndian(length, frame.data() + 2);
    }
    return frame.append(payload);
}

QByteArray makeCloseFrame(int code, QByteArrayView reason)
{
    QByteArray payload(2, Qt::Uninitialized);
    qToBigEndian(quint16(code), payload.data());
    return makeFrame(FrameKind::Close, payload.append(reason));
}

} // namespace nova
