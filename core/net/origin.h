#pragma once

#include <QUrl>

namespace nova
{

/// The port that an http or https address means.
[[nodiscard]] inline int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QStringLiteral("https") ? 443 : 80);
}

/// Whether two addresses are of the same server: scheme, host and port (RFC 6454 §4).
[[nodiscard]] inline bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0 && portOf(a) == portOf(b);
}

} // namespace nova
