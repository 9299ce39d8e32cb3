#pragma once

#include "core/base/reply.h"
#include "core/redis/redis_connection.h"

#include <memory>

namespace nova
{

/// Tries an address of a Redis: connects, signs in, pings, and says in a sentence how that went. Nothing is changed by
/// it. One at a time: a second try ends the first, which is not answered. Lives in the thread of its event loop.
class RedisTrial
{
public:
    RedisTrial();
    ~RedisTrial();
    Q_DISABLE_COPY_MOVE(RedisTrial)

    /// The sentence where it answers, within five seconds; else an error with one. Never with the password in it.
    void run(const QString &url, const Reply<QString> &reply);

private:
    std::unique_ptr<RedisConnection> m_connection;
};

} // namespace nova
