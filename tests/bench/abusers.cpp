#include "tests/bench/abusers.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"
#include "tests/bench/frame_reader.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/workload.h"
#include "tests/bench/ws_crowd.h"

#include <algorithm>
#include <array>
#include <optional>
#include <poll.h>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

/// Calls `turn` at a steady pace; a turn that comes too late is not made up for.
template <typename Turn>
void everySoOften(std::chrono::microseconds interval, const std::stop_token &stop, const Turn &turn)
{
    Clock::time_point next = Clock::now();
    while (!stop.stop_requested()) {
        turn();
        next = std::max(next + interval, Clock::now());
        std::this_thread::sleep_until(next);
    }
}

LoopbackSocket openWebSocket(const Target &target)
{
    LoopbackSocket socket(target.port);
    if (!socket.isConnected())
        throw CannotRun(u"nobody listens"_s);
    socket.send(WsCrowd::handshake(target.port, target.token));
    QByteArray answer;
    while (!answer.contains("\r\n\r\n")) {
        socket.waitForReadable();
        socket.receiveInto(answer);
    }
    if (!answer.startsWith("HTTP/1.1 101"))
        throw CannotRun(u"the WebSocket was refused"_s);
    return socket;
}

/// Goes on with `act` on a WebSocket, and on a new one, a moment later, where the program closed it.
template <typename Act>
void onWebSockets(const Target &target, const std::stop_token &stop, const Act &act)
{
    everySoOften(std::chrono::milliseconds(10), stop, [&] {
        try {
            act(openWebSocket(target));
        } catch (const CannotRun &) { // Thrown out: it comes back.
        }
    });
}

} // namespace

void dripBytes(const Target &target, const std::stop_token &stop)
{
    struct Dripping {
        std::optional<LoopbackSocket> socket;
        qsizetype sent = 0;
    };
    const QByteArray request = "GET /api/mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " + QByteArray(8000, 'a');
    std::vector<Dripping> connections(200);
    size_t index = 0;
    // Every connection's turn comes ten times a second.
    everySoOften(std::chrono::microseconds(500), stop, [&] {
        Dripping &one = connections[index++ % connections.size()];
        try {
            if (!one.socket)
                one = {LoopbackSocket(target.port), 0};
            one.socket->send(request.mid(one.sent++, 1));
        } catch (const CannotRun &) {
            one.socket.reset();
        }
    });
}

void floodWithPings(const Target &target, const std::stop_token &stop)
{
    const QByteArray pings = FrameReader::fromClient(FrameReader::Ping, "ping").repeated(5000);
    onWebSockets(target, stop, [&](const LoopbackSocket &socket) {
        std::array<char, 65536> pongs; // Not initialised: it is filled by the call.
        qsizetype sent = 0;
        while (!stop.stop_requested()) {
            pollfd wanted{socket.descriptor(), POLLIN | POLLOUT, 0};
            ::poll(&wanted, 1, 10);
            if ((wanted.revents & POLLOUT) != 0)
                sent = (sent + socket.sendSome(QByteArrayView(pings).sliced(sent))) % pings.size();
            if ((wanted.revents & ~POLLOUT) != 0)
                (void)socket.receive(pongs);
        }
    });
}

void neverRead(const Target &target, const std::stop_token &stop)
{
    constexpr int size = 8 * 1024;
    HttpWire rest(target.port, target.token);
    std::optional<LoopbackSocket> deaf;
    int number = 0;
    everySoOften(std::chrono::milliseconds(2), stop, [&] {
        if (!deaf || deaf->hasEnded()) {
            deaf.reset();
            deaf.emplace(openWebSocket(target));
        }
        rest.send("POST", "/ws/broadcast", broadcastBody(number++, size));
        rest.waitForOk();
    });
}

void connectOverAndOver(const Target &target, const std::stop_token &stop)
{
    bool isRude = false;
    everySoOften(std::chrono::milliseconds(1), stop, [&] {
        const LoopbackSocket socket(target.port);
        if (std::exchange(isRude, !isRude))
            socket.closeRudely();
    });
}

} // namespace nova::bench
