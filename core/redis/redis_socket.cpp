#include "core/redis/redis_socket.h"

#include <hiredis/async.h>

namespace nova
{

RedisSocket *RedisSocket::attach(redisAsyncContext *context)
{
    return new RedisSocket(context); // Owned by the context: see end().
}

RedisSocket::RedisSocket(redisAsyncContext *context)
    : m_context(context)
    , m_readable(context->c.fd, QSocketNotifier::Read)
    , m_writable(context->c.fd, QSocketNotifier::Write)
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    m_sinceRead.start();
    connect(&m_readable, &QSocketNotifier::activated, this, [this] {
        m_sinceRead.restart();
        if (m_context)
            redisAsyncHandleRead(m_context);
    });
    connect(&m_writable, &QSocketNotifier::activated, this, [this] {
        if (m_context)
            redisAsyncHandleWrite(m_context);
    });
    context->ev.data = this;
    context->ev.addRead = [](void *data) { static_cast<RedisSocket *>(data)->m_readable.setEnabled(true); };
    context->ev.delRead = [](void *data) { static_cast<RedisSocket *>(data)->m_readable.setEnabled(false); };
    context->ev.addWrite = [](void *data) { static_cast<RedisSocket *>(data)->m_writable.setEnabled(true); };
    context->ev.delWrite = [](void *data) { static_cast<RedisSocket *>(data)->m_writable.setEnabled(false); };
    context->ev.cleanup = [](void *data) { static_cast<RedisSocket *>(data)->end(); };
}

void RedisSocket::end()
{
    // hiredis closes the descriptor next. It may be in the middle of one of our notifiers' signals.
    m_context = nullptr;
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    deleteLater();
}

} // namespace nova
