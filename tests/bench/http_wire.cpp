#include "tests/bench/http_wire.h"

#include "tests/bench/cannot_run.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

HttpWire::HttpWire(quint16 port, const QByteArray &token)
    : m_socket(port)
    , m_heads("Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n" +
              (token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n"))
{
}

void HttpWire::send(const QByteArray &method, const QByteArray &path, const QByteArray &json)
{
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\n" + m_heads;
    if (!json.isEmpty())
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n";
    m_socket.send(request + "\r\n" + json);
}

int HttpWire::receive()
{
    m_socket.receiveInto(m_buffer);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return 0;
    const QByteArray head = m_buffer.first(end + 2).toLower();
    static const QByteArray lengthName = "\r\ncontent-length:";
    const qsizetype at = head.indexOf(lengthName);
    if (at < 0)
        throw CannotRun(u"an answer without Content-Length"_s);
    const qsizetype from = at + lengthName.size();
    const qsizetype length = head.mid(from, head.indexOf('\r', from) - from).trimmed().toLongLong();
    if (m_buffer.size() < end + 4 + length)
        return 0;
    const int status = head.mid(head.indexOf(' ') + 1, 3).toInt();
    if (m_wantsBody)
        m_body = m_buffer.sliced(end + 4, length);
    m_buffer.remove(0, end + 4 + length);
    return status;
}

void HttpWire::waitForOk()
{
    int status = 0;
    while (status == 0) {
        m_socket.waitForReadable();
        status = receive();
    }
    if (status != 200)
        throw CannotRun(u"an answer with status %1"_s.arg(status));
}

QByteArray HttpWire::waitForBody()
{
    m_wantsBody = true;
    waitForOk();
    return m_body;
}

} // namespace nova::bench
