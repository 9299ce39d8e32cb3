#include "app/remote/remote_calls.h"

#include "app/remote/remote_problem.h"

namespace nova
{

RemoteCalls::RemoteCalls(RemoteHttp &http, std::function<void()> onWrongToken)
    : m_http(http)
    , m_onWrongToken(std::move(onWrongToken))
{
}

RemoteCalls::~RemoteCalls()
{
    abandon();
}

void RemoteCalls::send(const RemoteRequest &request, Done done)
{
    const auto number = std::make_shared<quint64>(); // Known only after it is sent.
    *number = m_http.send(request, [this, number](const HttpReply &reply) {
        const auto found = m_calls.extract(*number);
        if (found.empty())
            return;
        const Call &call = found.mapped();
        if (reply.status == 401)
            m_onWrongToken();
        if (reply.failure == HttpFailure::None && reply.status >= 200 && reply.status < 300)
            call.done(reply);
        else
            call.done(tl::unexpected(callError(m_http.address(), reply, call.isWrite)));
    });
    m_calls.emplace(*number, Call{request.isWrite, std::move(done)});
}

void RemoteCalls::abandon()
{
    const auto calls = std::exchange(m_calls, {});
    for (const auto &[number, call] : calls) {
        m_http.cancel(number);
        call.done(tl::unexpected(abandonedCall(m_http.address(), call.isWrite)));
    }
}

} // namespace nova
