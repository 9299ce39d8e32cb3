#pragma once

#include "core/net/http_exchange.h"

#include <QJsonObject>

namespace nova::test
{

/// A request as it came over the wire.
struct SeenRequest {
    QByteArray method;
    QByteArray path;
    QList<HttpHeader> headers;
    QByteArray body;
    QJsonObject json;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QString rpc() const { return json[QStringLiteral("method")].toString(); }
    [[nodiscard]] bool isNotification() const { return !json.contains(QStringLiteral("id")); }
    /// «server/discover» for a POST, otherwise the method of HTTP.
    [[nodiscard]] QString call() const;
};

/// Takes the first whole request out of what has come; nothing while it is not whole yet.
[[nodiscard]] std::optional<SeenRequest> takeRequest(QByteArray &come);

} // namespace nova::test
