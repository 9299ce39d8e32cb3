#pragma once

#include "core/base/result.h"

namespace nova
{

/// Where a Redis is and who we are to it.
struct RedisAddress {
    QString host;
    quint16 port = 6379;
    QString socketPath; ///< A unix socket, instead of host and port.
    QString user;       ///< Empty: the default user.
    QString password;   ///< Empty: no AUTH.
    int database = 0;
    bool tls = false;

    /// For logs and screens: without user and password.
    [[nodiscard]] QString display() const;
};

/// Reads redis://[user:password@]host[:port][/database], rediss:// (TLS) or unix://[user:password@]/path[?db=number]
/// (the schemes that redis-cli and redis-py know). Errors do not repeat the text: it may hold a password.
[[nodiscard]] Result<RedisAddress> parseRedisUrl(const QString &url);

} // namespace nova
