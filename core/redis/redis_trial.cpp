#include "core/redis/redis_trial.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// What the connection found, in words of people.
QString sentence(const RedisAddress &address, const QString &reason)
{
    const auto has = [&reason](const QString &part) { return reason.contains(part, Qt::CaseInsensitive); };
    if (has(u"is not known"_s))
        return u"There is no machine named %1."_s.arg(address.host);
    if (has(u"refused the user or password"_s) || has(u"WRONGPASS"_s))
        return u"Redis does not accept this user or password."_s;
    if (has(u"NOAUTH"_s))
        return u"Redis asks for a password."_s;
    if (has(u"Connection refused"_s))
        return u"Nothing listens at %1: the connection was refused."_s.arg(address.display());
    if (has(u"No such file"_s))
        return u"There is no socket %1."_s.arg(address.socketPath);
    if (has(u"Protocol error"_s))
        return u"What answers at %1 is not Redis."_s.arg(address.display());
    if (has(u"no answer in time"_s))
        return u"%1 did not answer within 5 seconds."_s.arg(address.display());
    return u"%1 cannot be used: %2."_s.arg(address.display(), reason);
}

} // namespace

RedisTrial::RedisTrial() = default;
RedisTrial::~RedisTrial() = default;

void RedisTrial::run(const QString &url, const Reply<QString> &reply)
{
    m_connection.reset();
    if (url.isEmpty())
        return reply(failure(ErrorCode::InvalidInput, u"There is no address to try."_s));
    const auto address = parseRedisUrl(url);
    if (!address)
        return reply(tl::unexpected(address.error()));
    if (address->tls)
        return reply(failure(ErrorCode::InvalidInput,
                             u"This build cannot do TLS (rediss://): use redis:// through a tunnel such as stunnel, or "
                             "a unix socket."_s));
    m_connection = std::make_unique<RedisConnection>(*address, RedisConnection::Timing{});
    RedisConnection *connection = m_connection.get();
    // Not from within its own signal.
    const auto end = [this, connection] {
        QMetaObject::invokeMethod(
            connection,
            [this, connection] {
                if (m_connection.get() == connection)
                    m_connection.reset();
            },
            Qt::QueuedConnection);
    };
    QObject::connect(connection, &RedisConnection::ready, connection, [=, address = *address] {
        QElapsedTimer began;
        began.start();
        connection->send({"PING"}, [=](const RedisConnection::Answer &answer) {
            if (answer.isError && !answer.text.startsWith("NOPERM"))
                reply(failure(ErrorCode::Unavailable, sentence(address, QString::fromUtf8(answer.text))));
            else
                reply(u"%1 answers in %2 ms."_s.arg(address.display()).arg(std::max<qint64>(1, began.elapsed())));
            end();
        });
    });
    QObject::connect(connection, &RedisConnection::lost, connection, [=, address = *address](const QString &reason) {
        reply(failure(ErrorCode::Unavailable, sentence(address, reason)));
        end();
    });
    connection->open();
}

} // namespace nova
