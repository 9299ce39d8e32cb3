#include "core/redis/redis_address.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

tl::unexpected<Error> invalid(const QString &why)
{
    return failure(ErrorCode::InvalidInput,
                   u"The address of Redis %1; write it as redis://[user:password@]host[:port][/database] or "
                   "unix:///path/to/socket."_s.arg(why));
}

std::optional<int> databaseNumber(const QString &text)
{
    if (text.isEmpty())
        return 0;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= 0 && number < 1'000'000 ? std::optional(number) : std::nullopt;
}

} // namespace

QString RedisAddress::display() const
{
    const QString where = socketPath.isEmpty() ? u"%1://%2:%3"_s
                                                     .arg(tls ? u"rediss"_s : u"redis"_s,
                                                          host.contains(u':') ? QString(u'[' + host + u']') : host)
                                                     .arg(port)
                                               : QString(u"unix://"_s + socketPath);
    return database == 0 ? where
                         : QString(where + (socketPath.isEmpty() ? u"/"_s : u"?db="_s) + QString::number(database));
}

Result<RedisAddress> parseRedisUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return invalid(u"is not a valid URL (special characters of a password have to be written as %XX)"_s);
    RedisAddress address;
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    // redis://:password@host and, as redis-cli takes it, redis://password@host.
    if (address.password.isEmpty() && !address.user.isEmpty() && !url.userInfo().contains(u':'))
        std::swap(address.user, address.password);

    std::optional<int> database;
    if (url.scheme() == u"unix") {
        address.socketPath = url.path(QUrl::FullyDecoded);
        if (address.socketPath.size() < 2 || !url.host().isEmpty())
            return invalid(u"names no socket"_s);
        database = databaseNumber(QUrlQuery(url).queryItemValue(u"db"_s));
    } else if (url.scheme() == u"redis" || url.scheme() == u"rediss") {
        address.tls = url.scheme() == u"rediss";
        address.host = url.host();
        if (address.host.isEmpty())
            return invalid(u"names no host"_s);
        if (url.port() == 0)
            return invalid(u"has no port that can be used"_s);
        address.port = quint16(url.port(6379));
        database = databaseNumber(url.path().mid(1));
    } else {
        return invalid(u"has an unknown scheme"_s);
    }
    if (!database)
        return invalid(u"has no valid number of a database"_s);
    address.database = *database;
    return address;
}

} // namespace nova
