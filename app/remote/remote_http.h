#pragma once

#include "app/remote/remote_address.h"
#include "core/net/http_client.h"

namespace nova
{

/// A request to the API of a remote Nova.
struct RemoteRequest {
    QByteArray method = "GET";
    QString path; ///< "/api/state"; encoded.
    QByteArray body{};
    QByteArray bodyType = "application/json";
    QList<HttpHeader> headers{};
    std::chrono::milliseconds timeout{10'000};
    bool isWrite = false; ///< It may have an effect.
};

/// Sends requests to one Nova, with its token: the only place besides the WebSocket that has it. It is in the header
/// «Authorization» and nowhere else, and redirects are not followed, so nobody else gets it.
class RemoteHttp
{
public:
    RemoteHttp(RemoteAddress address, QByteArray token);

    [[nodiscard]] const RemoteAddress &address() const { return m_address; }

    /// As HttpClient: `done` is called once, later, unless cancel() comes first.
    quint64 send(const RemoteRequest &request, HttpClient::Done done);
    void cancel(quint64 call) { m_client.cancel(call); }

private:
    const RemoteAddress m_address;
    const QByteArray m_token;
    HttpClient m_client;
};

} // namespace nova
