#include "core/redis/redis_connection.h"

#include "core/redis/redis_socket.h"

#include <QElapsedTimer>
#include <QHostInfo>

#include <hiredis/async.h>
#include <hiredis/sds.h>

using namespace Qt::StringLiterals;

namespace nova
{

/// hiredis hands every call our connection by `context->data`; it is null once the connection has let go.
struct RedisConnection::Callbacks {
    static RedisConnection *owner(const redisAsyncContext *context)
    {
        return static_cast<RedisConnection *>(context->data);
    }

    static QString reasonOf(const redisAsyncContext *context)
    {
        return context->errstr && *context->errstr ? QString::fromUtf8(context->errstr)
                                                   : u"the connection was closed"_s;
    }

    static void connected(const redisAsyncContext *context, int status)
    {
        RedisConnection *self = owner(context);
        if (!self)
            return;
        if (status == REDIS_OK)
            return self->onConnected();
        self->m_context = nullptr; // hiredis frees it after this.
        self->m_socket = nullptr;
        self->fail(reasonOf(context));
    }

    static void disconnected(const redisAsyncContext *context, int)
    {
        RedisConnection *self = owner(context);
        if (!self)
            return;
        self->m_context = nullptr;
        self->m_socket = nullptr;
        self->fail(reasonOf(context));
    }

    static Answer toAnswer(const redisReply *reply)
    {
        Answer answer;
        answer.isError = reply->type == REDIS_REPLY_ERROR;
        if (reply->type == REDIS_REPLY_INTEGER)
            answer.text = QByteArray::number(reply->integer);
        else if (reply->str)
            answer.text = QByteArray(reply->str, qsizetype(reply->len));
        for (size_t i = 0; reply->type == REDIS_REPLY_ARRAY && i < reply->elements; ++i)
            answer.items.append(toAnswer(reply->element[i])); // hiredis bounds the depth.
        return answer;
    }

    static void answered(redisAsyncContext *context, void *reply, void *data)
    {
        const std::unique_ptr<Handler> handler(static_cast<Handler *>(data));
        if (reply && owner(context) && *handler)
            (*handler)(toAnswer(static_cast<redisReply *>(reply)));
    }

    static void published(redisAsyncContext *context, void *data, void *)
    {
        RedisConnection *self = owner(context);
        const auto *reply = static_cast<redisReply *>(data);
        if (!self || !reply)
            return;
        if (reply->type == REDIS_REPLY_ERROR)
            return self->fail(u"the subscription was refused: "_s + QString::fromUtf8(toAnswer(reply).text));
        if (reply->type != REDIS_REPLY_ARRAY || reply->elements != 3)
            return;
        const QByteArray kind = toAnswer(reply->element[0]).text;
        if (kind == "subscribe" && !std::exchange(self->m_subscribed, true))
            Q_EMIT self->subscribed();
        else if (kind == "message")
            Q_EMIT self->message(toAnswer(reply->element[2]).text);
    }
};

RedisConnection::RedisConnection(RedisAddress address, Timing timing, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_timing(timing)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(u"no answer in time"_s); });
    connect(&m_heartbeat, &QTimer::timeout, this, &RedisConnection::checkAlive);
}

RedisConnection::~RedisConnection()
{
    close();
}

void RedisConnection::open()
{
    close();
    m_deadline.start(m_timing.connectDeadline);
    if (!m_address.socketPath.isEmpty())
        return adopt(redisAsyncConnectUnix(m_address.socketPath.toUtf8().constData()));
    // hiredis would look the name up itself, and block.
    m_lookup = QHostInfo::lookupHost(m_address.host, this, [this](const QHostInfo &found) {
        m_lookup = -1;
        m_candidates = found.addresses();
        if (m_candidates.isEmpty())
            return fail(u"the host %1 is not known: %2"_s.arg(m_address.host, found.errorString()));
        connectTo(m_candidates.takeFirst());
    });
}

void RedisConnection::close()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    m_lookup = -1;
    m_candidates.clear();
    m_deadline.stop();
    m_heartbeat.stop();
    m_ready = m_subscribed = m_pinged = false;
    m_channel.clear();
    m_socket = nullptr;
    if (redisAsyncContext *context = std::exchange(m_context, nullptr)) {
        context->data = nullptr;
        redisAsyncFree(context);
    }
}

void RedisConnection::fail(const QString &reason)
{
    if (!m_ready && !m_context && !m_candidates.isEmpty())
        return connectTo(m_candidates.takeFirst()); // A name with several addresses: the next one.
    close();
    Q_EMIT lost(reason);
}

void RedisConnection::connectTo(const QHostAddress &address)
{
    adopt(redisAsyncConnect(address.toString().toUtf8().constData(), m_address.port));
}

void RedisConnection::adopt(redisAsyncContext *context)
{
    if (!context || context->err != 0) {
        const QString reason = context ? Callbacks::reasonOf(context) : u"out of memory"_s;
        if (context)
            redisAsyncFree(context);
        // Not at once: the caller of open() hears of it as of every other failure.
        QTimer::singleShot(0, this, [this, reason] { fail(reason); });
        return;
    }
    m_context = context;
    context->data = this;
    m_socket = RedisSocket::attach(context);
    redisAsyncSetConnectCallback(context, &Callbacks::connected);
    redisAsyncSetDisconnectCallback(context, &Callbacks::disconnected);
}

void RedisConnection::onConnected()
{
    m_candidates.clear();
    signIn();
}

void RedisConnection::signIn()
{
    if (m_address.password.isEmpty())
        return selectDatabase();
    QByteArrayList command{"AUTH"};
    if (!m_address.user.isEmpty())
        command.append(m_address.user.toUtf8());
    command.append(m_address.password.toUtf8());
    send(command, [this](const Answer &answer) {
        if (answer.isError)
            return fail(u"Redis refused the user or password: "_s + QString::fromUtf8(answer.text));
        selectDatabase();
    });
}

void RedisConnection::selectDatabase()
{
    // Also where it is the first one: the answer shows that we may do something here at all.
    const QByteArrayList command = m_address.database == 0
                                       ? QByteArrayList{"PING"}
                                       : QByteArrayList{"SELECT", QByteArray::number(m_address.database)};
    send(command, [this](const Answer &answer) {
        // A user who may only publish and subscribe is fine.
        if (answer.isError && !answer.text.startsWith("NOPERM"))
            return fail(u"Redis says: "_s + QString::fromUtf8(answer.text));
        becomeReady();
    });
}

void RedisConnection::becomeReady()
{
    m_deadline.stop();
    m_ready = true;
    m_heartbeat.start(m_timing.pingAfter / 4);
    Q_EMIT ready();
}

void RedisConnection::send(const QByteArrayList &arguments, Handler handler)
{
    if (!m_context)
        return;
    std::vector<const char *> words;
    std::vector<size_t> lengths;
    for (const QByteArray &argument : arguments) {
        words.push_back(argument.constData());
        lengths.push_back(size_t(argument.size()));
    }
    auto *data = new Handler(std::move(handler)); // answered() deletes it: hiredis calls it in any case.
    if (redisAsyncCommandArgv(m_context, &Callbacks::answered, data, int(words.size()), words.data(), lengths.data()) !=
        REDIS_OK)
        delete data;
}

void RedisConnection::subscribe(const QByteArray &channel)
{
    if (!m_context)
        return;
    m_channel = channel;
    redisAsyncCommand(m_context, &Callbacks::published, nullptr, "SUBSCRIBE %b", channel.constData(),
                      size_t(channel.size()));
}

qsizetype RedisConnection::unsentBytes() const
{
    return m_context ? qsizetype(sdslen(m_context->c.obuf)) : 0;
}

void RedisConnection::checkAlive()
{
    if (!m_socket)
        return;
    const std::chrono::milliseconds silent(m_socket->silentMilliseconds());
    if (silent < m_timing.pingAfter) {
        m_pinged = false;
        return;
    }
    if (silent >= m_timing.pingAfter + m_timing.pongDeadline)
        return fail(u"Redis has not answered for %1 s"_s.arg(silent.count() / 1000));
    if (std::exchange(m_pinged, true))
        return;
    // In a subscription hiredis 0.14 keeps the answer to a PING to itself. Subscribing once more is answered, too.
    if (!m_channel.isEmpty())
        return subscribe(m_channel);
    QElapsedTimer begin;
    begin.start();
    send({"PING"}, [this, begin](const Answer &) { m_latency = double(begin.nsecsElapsed()) / 1e6; });
}

} // namespace nova
