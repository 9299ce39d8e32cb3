#include "tests/bench/frame_reader.h"

#include <QtEndian>

namespace nova::bench
{

QByteArray &FrameReader::buffer()
{
    if (isEmpty())
        m_buffer.resize(0); // Keeps its memory.
    else
        m_buffer.remove(0, m_taken);
    m_taken = 0;
    return m_buffer;
}

std::optional<FrameReader::Frame> FrameReader::next()
{
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_taken);
    if (rest.size() < 2)
        return std::nullopt;
    qsizetype head = 2;
    quint64 length = quint8(rest[1]) & 0x7f;
    if (length == 126) {
        head = 4;
        if (rest.size() < head)
            return std::nullopt;
        length = qFromBigEndian<quint16>(rest.data() + 2);
    } else if (length == 127) {
        head = 10;
        if (rest.size() < head)
            return std::nullopt;
        length = qFromBigEndian<quint64>(rest.data() + 2);
    }
    if (quint64(rest.size() - head) < length)
        return std::nullopt;
    const QByteArrayView whole = rest.first(head + qsizetype(length));
    m_taken += whole.size();
    return Frame{quint8(quint8(rest[0]) & 0x0f), whole.sliced(head), whole};
}

QByteArray FrameReader::fromClient(Opcode opcode, QByteArrayView payload)
{
    // Only pongs, closes and pings are sent, and a control frame has at most 125 bytes.
    QByteArray frame;
    frame += char(0x80 | opcode);
    frame += char(0x80 | payload.size());
    frame += QByteArray(4, '\0');
    frame += payload;
    return frame;
}

} // namespace nova::bench
