#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace nova
{

/// A field of a request's or an answer's head. Names as they are written; they do not care about case.
struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

/// One HTTP/1.1 request of ours to somebody else's server.
struct HttpRequest {
    QByteArray method = "GET";
    QByteArray url; ///< Absolute, http or https, encoded.
    QList<HttpHeader> headers;
    QByteArray body;
    std::chrono::milliseconds timeout{5000}; ///< For all of it: name, connection, TLS, answer.
    qsizetype maxBody = 1024 * 1024;
    /// Is given each piece of a 2xx body as it comes, and says whether that was enough. The piece is in the answer's
    /// body, too. Called from inside the transfer: it may not call the client.
    std::function<bool(QByteArrayView)> isEnough;
    /// A PEM file. Where it is given, the server is who is meant if it shows that certificate (or one that is signed
    /// with it), by whatever name it is called.
    QByteArray certificate;
    bool onlyOnce = false; ///< It changes something: never sent a second time, whatever becomes of the connection.
};

/// Why there is no whole answer.
enum class HttpFailure {
    None,
    BadUrl,
    NameUnknown, ///< DNS has no address for the host, or does not answer.
    Refused,
    NoRoute, ///< No connection for another reason.
    Tls,
    TimedOut,
    Broken,  ///< The connection ended in the middle.
    NotHttp, ///< Something answers that is no HTTP.
    TooLarge,
};

/// What came back. With a failure, what had come until then.
struct HttpReply {
    HttpFailure failure = HttpFailure::None;
    QString detail;        ///< Technical words about the failure; never holds what was sent.
    int status = 0;        ///< 0: no status line came.
    bool wasSent = false;  ///< At least a part of the request went out, so that it may have had its effect.
    bool cutShort = false; ///< isEnough() ended it.
    QList<HttpHeader> headers;
    QByteArray body;
    int elapsedMs = 0;

    /// Of the first header of that name; null where there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

} // namespace nova
