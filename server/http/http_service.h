#pragma once

#include "server/http/http_message.h"
#include "server/http/request_parser.h"
#include "server/http/router.h"

#include <chrono>

class QTcpSocket;

namespace nova
{

class Gatekeeper;
class Logger;

/// Who asked for an upgrade, and the head that did.
struct Upgrade {
    RequestHead head;
    QUrlQuery query;
    QString requestId;
    QString address;         ///< "127.0.0.1:53422"
    bool authorized = false; ///< False: to be told so by a close code, since a browser cannot see the HTTP status.
};

/// How long a client may take.
struct HttpDeadlines {
    std::chrono::milliseconds request{10'000}; ///< To send a whole request, from its first byte or from connecting.
    std::chrono::milliseconds idle{60'000};    ///< Between two requests.
};

/// What the connections of one server share. Server thread; outlives them.
struct HttpService {
    const Router &router;
    Gatekeeper &gatekeeper;
    Logger &logger;
    HttpDeadlines deadlines{};
    /// Takes a socket over, from which the head has been read; or, where it cannot, says why.
    std::function<std::optional<Response>(QTcpSocket *, const Upgrade &)> upgrade;
};

} // namespace nova
