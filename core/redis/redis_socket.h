#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>

struct redisAsyncContext;

namespace nova
{

/// Lets Qt's event loop drive a hiredis context: the two notifiers of its socket. Belongs to the context from attach()
/// on: hiredis ends it (its `cleanup` hook) together with the context.
///
/// Not hiredis' own adapters/qt.h, which writes to freed memory after a disconnect.
class RedisSocket final : public QObject
{
    Q_OBJECT

public:
    static RedisSocket *attach(redisAsyncContext *context);

    /// Since something came in last (or since the start).
    [[nodiscard]] qint64 silentMilliseconds() const { return m_sinceRead.elapsed(); }

private:
    explicit RedisSocket(redisAsyncContext *context);
    void end();

    redisAsyncContext *m_context;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    QElapsedTimer m_sinceRead;
};

} // namespace nova
