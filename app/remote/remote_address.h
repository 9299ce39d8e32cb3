#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace nova
{

/// Where a remote Nova is: http or https, perhaps under a path. Holds no secret.
class RemoteAddress
{
public:
    /// A trailing slash is no difference. What cannot be an address is refused with a sentence.
    [[nodiscard]] static Result<RemoteAddress> of(const QUrl &url);

    /// "http://nova-2:8765"
    [[nodiscard]] QString text() const { return m_base.toString(); }
    /// What people call it: "nova-2", with its port where that is not the usual one.
    [[nodiscard]] QString name() const;
    [[nodiscard]] int port() const;
    [[nodiscard]] bool isSecure() const;

    /// The address of a resource; `path` begins with a slash and is encoded.
    [[nodiscard]] QByteArray resource(const QString &path) const;
    /// The WebSocket that tells everything after this position.
    [[nodiscard]] QUrl socket(const QString &epoch, quint64 seq) const;

private:
    explicit RemoteAddress(QUrl base);

    QUrl m_base;
};

/// A piece of a path, encoded.
[[nodiscard]] QString pathSegment(const QString &text);

} // namespace nova
