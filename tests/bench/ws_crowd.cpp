#include "tests/bench/ws_crowd.h"

#include "tests/bench/cannot_run.h"

#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova::bench
{

WsCrowd::WsCrowd(quint16 port, const QByteArray &token, int count)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    m_clients.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        Client &client = m_clients.emplace_back(Client{LoopbackSocket(port), {}, false});
        if (!client.socket.isConnected())
            throw CannotRun(u"WebSocket client %1 cannot connect"_s.arg(i + 1));
        epoll_event wanted = {};
        wanted.events = EPOLLIN;
        wanted.data.u32 = quint32(i);
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.socket.descriptor(), &wanted);
    }
    // The greeting may come in one piece with the handshake's answer: it is looked for from the start.
    expect("\"hello\"");
    for (Client &client : m_clients)
        shakeHands(client, port, token);
    waitForAll();
}

WsCrowd::~WsCrowd()
{
    ::close(m_epoll);
}

void WsCrowd::shakeHands(Client &client, quint16 port, const QByteArray &token)
{
    client.socket.send("GET /ws/ HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                       "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: bm92YS1iZW5jaC1jbGllbg==\r\nAuthorization: Bearer " +
                       token + "\r\n\r\n");
    QByteArray &buffer = client.reader.buffer();
    qsizetype end = -1;
    while ((end = buffer.indexOf("\r\n\r\n")) < 0) {
        client.socket.waitForReadable();
        client.socket.receiveInto(buffer);
    }
    if (!buffer.startsWith("HTTP/1.1 101"))
        throw CannotRun(u"the WebSocket was refused: "_s + QString::fromLatin1(buffer.first(buffer.indexOf('\r'))));
    buffer.remove(0, end + 4);
    read(client);
}

void WsCrowd::expect(const QByteArray &marker)
{
    m_marker = marker;
    m_missing = size();
    for (Client &client : m_clients)
        client.has = false;
}

void WsCrowd::read(Client &client)
{
    client.socket.receiveInto(client.reader.buffer());
    while (const auto frame = client.reader.next()) {
        if (frame->opcode == FrameReader::Ping) {
            client.socket.send(FrameReader::fromClient(FrameReader::Pong, frame->payload));
        } else if (frame->opcode == FrameReader::Close) {
            throw CannotRun(u"the server closed a WebSocket"_s);
        } else if (!client.has && frame->opcode == FrameReader::Text && frame->payload.indexOf(m_marker) >= 0) {
            client.has = true;
            if (--m_missing == 0)
                m_completedAt = Clock::now();
        }
    }
}

void WsCrowd::read()
{
    std::array<epoll_event, 128> ready;
    const int count = ::epoll_wait(m_epoll, ready.data(), int(ready.size()), 0);
    for (int i = 0; i < count; ++i)
        read(m_clients[ready[size_t(i)].data.u32]);
}

void WsCrowd::waitForAll()
{
    const Clock::time_point end = Clock::now() + deadline;
    while (!haveAll()) {
        if (Clock::now() >= end)
            throw CannotRun(u"%1 of %2 clients did not get a message within %3 s"_s.arg(m_missing).arg(size()).arg(
                deadline.count()));
        epoll_event one = {};
        ::epoll_wait(m_epoll, &one, 1, pollTimeout(end));
        read();
    }
}

void WsCrowd::stayUntil(Clock::time_point end)
{
    while (Clock::now() < end) {
        epoll_event one = {};
        ::epoll_wait(m_epoll, &one, 1, pollTimeout(end));
        read();
    }
}

} // namespace nova::bench
