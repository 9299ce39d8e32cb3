#include "tests/support/raw_web_socket.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

constexpr quint8 maskBit = 0x80;

QByteArray bigEndian(quint64 number, int bytes)
{
    QByteArray text(8, '\0');
    qToBigEndian(number, text.data());
    return text.last(bytes);
}

QByteArray head(quint8 first, int lengthBytes, quint64 length, quint8 mask)
{
    const auto code = quint8(lengthBytes == 0 ? length : lengthBytes == 2 ? 126 : 127);
    return QByteArray(1, char(first)) + char(code | mask) + bigEndian(length, lengthBytes);
}

} // namespace

QByteArray clientFrame(quint8 first, const QByteArray &payload, bool masked)
{
    const auto size = quint64(payload.size());
    const int lengthBytes = size < 126 ? 0 : size <= 0xffff ? 2 : 8;
    QByteArray frame = head(first, lengthBytes, size, masked ? maskBit : 0);
    if (!masked)
        return frame + payload;
    const QByteArray mask = "\x37\xfa\x21\x3d"_ba;
    frame += mask;
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame += char(payload.at(i) ^ mask.at(i % 4));
    return frame;
}

QByteArray clientFrameHead(quint8 first, int lengthBytes, quint64 length)
{
    return head(first, lengthBytes, length, maskBit) + QByteArray(4, '\0');
}

QByteArray closePayload(int code, const QByteArray &reason)
{
    return bigEndian(quint64(code), 2) + reason;
}

RawWebSocket::RawWebSocket(quint16 port, const QByteArray &request)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    m_socket.write(request);
}

void RawWebSocket::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

const QStringList &RawWebSocket::heard()
{
    read();
    return m_heard;
}

const QByteArray &RawWebSocket::answer()
{
    read();
    return m_answer;
}

bool RawWebSocket::isOver()
{
    read();
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

void RawWebSocket::read()
{
    m_buffer += m_socket.readAll();
    if (m_answer.isEmpty()) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_answer = m_buffer.first(end + 4);
        m_buffer.remove(0, end + 4);
    }
    if (!m_answer.startsWith("HTTP/1.1 101"))
        return;
    while (readFrame()) {
    }
}

bool RawWebSocket::readFrame()
{
    if (m_buffer.size() < 2)
        return false;
    const auto first = quint8(m_buffer.at(0)), code = quint8(m_buffer.at(1)); // A server's frames are not masked.
    const qsizetype lengthBytes = code < 126 ? 0 : code == 126 ? 2 : 8;
    if (m_buffer.size() < 2 + lengthBytes)
        return false;
    qsizetype length = lengthBytes == 0 ? code : 0;
    for (qsizetype i = 0; i < lengthBytes; ++i)
        length = length * 256 + quint8(m_buffer.at(2 + i));
    if (m_buffer.size() < 2 + lengthBytes + length)
        return false;
    const QByteArray payload = m_buffer.mid(2 + lengthBytes, length);
    m_buffer.remove(0, 2 + lengthBytes + length);
    switch (first) {
    case 0x81:
        m_heard += u"text "_s + QJsonDocument::fromJson(payload)[u"type"].toString();
        break;
    case 0x88:
        m_heard += length < 2 ? u"close"_s : u"close %1"_s.arg(qFromBigEndian<quint16>(payload.data()));
        break;
    case 0x89:
        m_heard += u"ping "_s + QString::fromLatin1(payload);
        break;
    case 0x8a:
        m_heard += u"pong "_s + QString::fromLatin1(payload);
        break;
    default:
        m_heard += u"frame "_s + QString::number(first, 16);
    }
    return true;
}

} // namespace nova::test
