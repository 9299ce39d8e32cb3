#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace nova
{

using HeaderList = std::vector<std::pair<QByteArray, QByteArray>>;

/// The head of a request as it came in, checked for form only. Header names compare without case.
struct RequestHead {
    QByteArray method;
    QByteArray target; ///< As sent: path and query, in origin form.
    int version = 11;  ///< 10 or 11
    HeaderList headers;

    /// All values of a header, in order.
    [[nodiscard]] std::vector<QByteArray> all(QByteArrayView name) const;
    /// The first value; null where there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
};

/// The media type of a request's body: Content-Type without its parameters, in lower case.
[[nodiscard]] QByteArray mediaTypeOf(const RequestHead &head);

/// A whole request that may be handled: its sender has been checked.
struct Request {
    RequestHead head;
    QString id;   ///< X-Request-ID: in every log line and answer of this request.
    QString path; ///< Decoded.
    QUrlQuery query;
    std::vector<std::pair<QString, QString>> parameters; ///< Of the route's pattern: {name} to its value.
    QByteArray body;
    QString who;     ///< "token", "session" or "none".
    QString address; ///< "127.0.0.1:53422"
    QString source;  ///< Whom limits count, see clientSource().

    [[nodiscard]] QString parameter(QStringView name) const;
};

/// What goes back. Bodies are shared, not copied: the same bytes may be the answer to many.
struct Response {
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    HeaderList headers{};
    bool close = false; ///< Close the connection behind it.

    [[nodiscard]] static Response json(int status, const QJsonObject &object);
    [[nodiscard]] static Response jsonText(int status, QByteArray text);
    Response &with(QByteArray name, QByteArray value);
    /// The first value; null where there is none. Of those that the answer itself states.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Answers one request, once. May be called later, from the server thread; a connection that is gone drops it.
using Responder = std::function<void(Response)>;

/// The head of `response` on the wire, up to and with the empty line.
[[nodiscard]] QByteArray serializeHead(const Response &response, bool keepAlive);

} // namespace nova
