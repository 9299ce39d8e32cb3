#include "app/remote/remote_http.h"

namespace nova
{

namespace
{
constexpr qsizetype maxAnswer =
    32 * 1024 * 1024; ///< A thousand servers with all that is known of them are under 2 MiB.
}

RemoteHttp::RemoteHttp(RemoteAddress address, QByteArray token)
    : m_address(std::move(address))
    , m_token(std::move(token))
{
}

quint64 RemoteHttp::send(const RemoteRequest &request, HttpClient::Done done)
{
    HttpRequest http;
    http.method = request.method;
    http.url = m_address.resource(request.path);
    http.headers = request.headers;
    http.headers.append({"Authorization", "Bearer " + m_token});
    http.headers.append(HttpHeader{"Expect", {}}); // The answer to what is too large comes anyway.
    if (!request.body.isEmpty())
        http.headers.append({"Content-Type", request.bodyType});
    http.body = request.body;
    http.timeout = request.timeout;
    http.maxBody = maxAnswer;
    http.onlyOnce = request.isWrite;
    return m_client.send(std::move(http), std::move(done));
}

} // namespace nova
