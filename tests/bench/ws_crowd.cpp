#include "tests/bench/ws_crowd.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/descriptor_limit.h"

#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{
/// Not yet greeted: as many as a usual queue of a listening socket takes.
constexpr int atOnce = 1000;
} // namespace

WsCrowd::WsCrowd(quint16 port, const QByteArray &token, int count)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_handshake(handshake(port, token))
{
    allowDescriptors(count);
    m_clients.reserve(size_t(count));
    // The greeting may come in one piece with the handshake's answer: it is looked for from the start.
    m_marker = "\"hello\"";
    m_round = 1;
    m_missing = count;
    const Clock::time_point begin = Clock::now();
    const Clock::time_point end = begin + deadline;
    while (!haveAll()) {
        while (size() < count && size() - (count - m_missing) < atOnce)
            connect(port);
        if (Clock::now() >= end)
            throw CannotRun(u"%1 of %2 WebSocket clients were not greeted within %3 s"_s.arg(m_missing).arg(count).arg(
                deadline.count()));
        waitAndRead(pollTimeout(end));
    }
    m_connectMilliseconds = millisecondsBetween(begin, m_completedAt);
}

WsCrowd::~WsCrowd()
{
    ::close(m_epoll);
}

QByteArray WsCrowd::handshake(quint16 port, const QByteArray &token)
{
    return "GET /ws/ HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: bm92YS1iZW5jaC1jbGllbg==\r\nAuthorization: Bearer " +
           token + "\r\n\r\n";
}

void WsCrowd::connect(quint16 port)
{
    const Client &client = m_clients.emplace_back(Client{LoopbackSocket(port, LoopbackSocket::Connect::Begin), {}});
    if (!client.socket.isConnected())
        throw CannotRun(u"WebSocket client %1 cannot connect"_s.arg(size()));
    watch(quint32(size() - 1), EPOLL_CTL_ADD, EPOLLOUT);
}

void WsCrowd::watch(quint32 index, int operation, quint32 events)
{
    epoll_event wanted = {};
    wanted.events = events;
    wanted.data.u32 = index;
    ::epoll_ctl(m_epoll, operation, m_clients[index].socket.descriptor(), &wanted);
}

void WsCrowd::expect(const QByteArray &marker)
{
    m_marker = marker;
    m_expected.clear();
    ++m_round;
    m_missing = size();
}

void WsCrowd::waitAndRead(int timeout)
{
    std::array<epoll_event, 1024> ready; // Not initialised: it is filled by the call.
    const int count = ::epoll_wait(m_epoll, ready.data(), int(ready.size()), timeout);
    for (int i = 0; i < count; ++i)
        serve(ready[size_t(i)].data.u32);
}

void WsCrowd::serve(quint32 index)
{
    Client &client = m_clients[index];
    switch (client.phase) {
    case Client::Phase::Connecting:
        client.socket.send(m_handshake);
        client.phase = Client::Phase::Asking;
        watch(index, EPOLL_CTL_MOD, EPOLLIN);
        break;
    case Client::Phase::Asking:
        if (hasBeenAnswered(client)) {
            client.phase = Client::Phase::Open;
            readFrames(client);
        }
        break;
    case Client::Phase::Open:
        read(client);
        break;
    }
}

bool WsCrowd::hasBeenAnswered(Client &client)
{
    QByteArray &buffer = client.reader.buffer();
    client.socket.receiveInto(buffer);
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    if (!buffer.startsWith("HTTP/1.1 101"))
        throw CannotRun(u"the WebSocket was refused: "_s + QString::fromLatin1(buffer.first(buffer.indexOf('\r'))));
    buffer.remove(0, end + 4);
    return true;
}

void WsCrowd::read(Client &client)
{
    const qsizetype got = client.socket.receive(m_chunk); // If there is more, epoll says so again.
    if (got > 0 && got == m_expected.size() && client.reader.isEmpty() &&
        std::memcmp(m_chunk.data(), m_expected.constData(), size_t(got)) == 0) {
        count(client);
        return;
    }
    client.reader.buffer().append(m_chunk.data(), got);
    readFrames(client);
}

void WsCrowd::readFrames(Client &client)
{
    while (const auto frame = client.reader.next()) {
        if (frame->opcode == FrameReader::Ping) {
            client.socket.send(FrameReader::fromClient(FrameReader::Pong, frame->payload));
        } else if (frame->opcode == FrameReader::Close) {
            throw CannotRun(u"the server closed a WebSocket"_s);
        } else if (frame->opcode == FrameReader::Text && frame->payload.indexOf(m_marker) >= 0) {
            if (m_expected.isEmpty())
                m_expected = frame->whole.toByteArray();
            count(client);
        } else {
            ++m_received;
        }
    }
}

void WsCrowd::count(Client &client)
{
    ++m_received;
    if (client.round == m_round)
        return;
    client.round = m_round;
    if (--m_missing == 0)
        m_completedAt = Clock::now();
}

void WsCrowd::waitForAll()
{
    const Clock::time_point end = Clock::now() + deadline;
    while (!haveAll()) {
        if (Clock::now() >= end)
            throw CannotRun(u"%1 of %2 clients did not get a message within %3 s"_s.arg(m_missing).arg(size()).arg(
                deadline.count()));
        waitAndRead(pollTimeout(end));
    }
}

void WsCrowd::stayUntil(Clock::time_point end)
{
    while (Clock::now() < end)
        waitAndRead(pollTimeout(end));
}

void WsCrowd::leavePolitely()
{
    const QByteArray goodbye = FrameReader::fromClient(FrameReader::Close, "\x03\xe8"); // 1000, a normal end.
    for (const Client &client : m_clients)
        client.socket.send(goodbye);
    for (const Client &client : m_clients)
        client.socket.waitForEnd();
}

void WsCrowd::leaveRudely()
{
    for (const Client &client : m_clients)
        client.socket.closeRudely();
}

} // namespace nova::bench
