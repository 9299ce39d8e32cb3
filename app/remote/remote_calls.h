#pragma once

#include "app/remote/remote_http.h"

#include <unordered_map>

namespace nova
{

/// Commands and questions on their way to a remote Nova. Each is answered once, whatever happens to the connection.
class RemoteCalls
{
public:
    using Done = std::function<void(const Result<HttpReply> &)>;

    /// `onWrongToken` is called before the call is answered.
    RemoteCalls(RemoteHttp &http, std::function<void()> onWrongToken);
    ~RemoteCalls();
    Q_DISABLE_COPY_MOVE(RemoteCalls)

    /// `done` gets a 2xx answer, or what went wrong.
    void send(const RemoteRequest &request, Done done);
    /// Gives up what is on its way; everybody is answered now.
    void abandon();

private:
    struct Call {
        bool isWrite;
        Done done;
    };
    RemoteHttp &m_http;
    const std::function<void()> m_onWrongToken;
    std::unordered_map<quint64, Call> m_calls;
};

} // namespace nova
