#pragma once

#include "core/log/logger.h"
#include "core/service/local_nova.h"
#include "server/web_server.h"
#include "tests/support/scratch.h"

namespace nova::test
{

/// A whole web side in this process, on real files and a free port. The test's thread is the core thread.
class WebFixture
{
public:
    explicit WebFixture(const std::function<void(WebServer::Options &)> &adjust = {});
    ~WebFixture();

    Scratch scratch;
    Logger logger{LogLevel::Error, LogFormat::Json};
    std::unique_ptr<LocalNova> nova;
    std::unique_ptr<WebServer> web;
    WebServer::Listening listening;
    int clients = 0; ///< As the server told the core thread last.

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QByteArray host() const { return "127.0.0.1:" + QByteArray::number(port()); }
    static constexpr auto token = "0123456789012345678901234567890123456789";

    /// Sends bytes over a new connection and gives all that comes back until the server closes it or has answered
    /// `answers` times. The event loop of this thread turns meanwhile.
    [[nodiscard]] QByteArray exchange(const QByteArray &bytes, int answers = 1) const;

    /// A request head with Host and token, ready to be sent; `headers` are lines that end with CR LF.
    [[nodiscard]] QByteArray request(const QByteArray &line, const QByteArray &headers = {},
                                     const QByteArray &body = {}) const;

private:
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
};

/// Sends bytes over a new connection to that port of the loopback, as WebFixture::exchange() does.
[[nodiscard]] QByteArray exchangeWith(quint16 port, const QByteArray &bytes, int answers = 1);

/// The status of an answer on the wire; 0 where there is none.
[[nodiscard]] int statusOf(const QByteArray &answer);
/// The body of an answer.
[[nodiscard]] QByteArray bodyOf(const QByteArray &answer);
/// The value of a header of an answer.
[[nodiscard]] QByteArray headerOf(const QByteArray &answer, const QByteArray &name);

} // namespace nova::test
