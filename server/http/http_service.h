#pragma once

#include "server/http/http_message.h"
#include "server/http/request_parser.h"
#include "server/http/router.h"

#include <chrono>

namespace nova
{

class Gatekeeper;
class Logger;
class ServerMetrics;
class Stream;

/// Who asked for an upgrade, and the head that did.
struct Upgrade {
    RequestHead head;
    QUrlQuery query;
    QString requestId;
    QString address;         ///< "127.0.0.1:53422"
    bool authorized = false; ///< False: to be told so by a close code, since a browser cannot see the HTTP status.
    QByteArray unread;       ///< What came right behind the head.
};

/// How long a client may take.
struct HttpDeadlines {
    /// To send a whole request, from its first byte or from connecting; and to read something of an answer.
    std::chrono::milliseconds request{10'000};
    std::chrono::milliseconds idle{60'000}; ///< Between two requests.
};

/// What the connections of one server share. Server thread; outlives them.
struct HttpService {
    const Router &router;
    Gatekeeper &gatekeeper;
    Logger &logger;
    ServerMetrics &metrics;
    HttpDeadlines deadlines{};
    /// Takes a stream over, from which the head has been read; or, where it cannot, leaves it and says why.
    std::function<std::optional<Response>(std::unique_ptr<Stream> &, const Upgrade &)> upgrade;
};

} // namespace nova
