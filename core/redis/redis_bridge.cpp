#include "core/redis/redis_bridge.h"

#include "core/events/event_schema.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// A text of a prompt that is sent along has at most 64 KiB, which JSON may write six times as long.
constexpr qsizetype maxMessageBytes = 512 * 1024;

/// Of the stream: how many events about, and how long after the last word it is kept.
const QByteArray recentEvents = "1000";
const QByteArray recentSeconds = "86400";

tl::unexpected<Error> malformed(const QString &why)
{
    return failure(ErrorCode::InvalidInput, why);
}

} // namespace

QString toString(RedisStatus::State state)
{
    switch (state) {
    case RedisStatus::State::Disabled:
        return u"disabled"_s;
    case RedisStatus::State::Connected:
        return u"connected"_s;
    case RedisStatus::State::Reconnecting:
        break;
    }
    return u"reconnecting"_s;
}

Result<Event> parseEvent(const QByteArray &json)
{
    if (json.size() > maxMessageBytes)
        return malformed(u"it has %1 bytes"_s.arg(json.size()));
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return malformed(u"it is not JSON: "_s + error.errorString());
    const auto type = eventTypeFromString(object[u"type"].toString());
    if (!type)
        return malformed(u"its type is none of the five"_s);
    Event event;
    event.id = object[u"id"].toString();
    event.type = *type;
    event.timestamp = QDateTime::fromString(object[u"timestamp"].toString(), Qt::ISODateWithMs).toUTC();
    event.source = object[u"source"].toString();
    if (QUuid::fromString(event.id).isNull())
        return malformed(u"its id is no UUID"_s);
    if (!event.timestamp.isValid())
        return malformed(u"its timestamp is none"_s);
    if (event.source.isEmpty() || event.source.size() > 255)
        return malformed(u"it has no source"_s);
    if (!object[u"data"].isObject())
        return malformed(u"its data is no object"_s);
    event.data = object[u"data"].toObject();
    const QList<Diagnostic> findings = checkEventData(event.type, event.data);
    if (!findings.isEmpty())
        return malformed(findings.first().message);
    return event;
}

RedisBridge::RedisBridge(const Options &options, Logger &logger, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_logger(logger)
    , m_publisher(options.address, options.timing)
    , m_subscriber(options.address, options.timing)
    , m_recentKey(options.channel.toUtf8() + ":recent")
{
    m_status.address = options.address.display();
    m_status.channel = options.channel;
    m_status.since = QDateTime::currentDateTimeUtc();
    m_retry.setSingleShot(true);
    m_countsTimer.setSingleShot(true);
    m_countsTimer.setInterval(1000);
    connect(&m_retry, &QTimer::timeout, this, &RedisBridge::connectBoth);
    connect(&m_countsTimer, &QTimer::timeout, this, [this] { Q_EMIT countsChanged(m_status); });
    connect(&m_subscriber, &RedisConnection::ready, this,
            [this] { m_subscriber.subscribe(m_options.channel.toUtf8()); });
    // Hear first, then speak: an answer to what we say must not be missed.
    connect(&m_subscriber, &RedisConnection::subscribed, &m_publisher, &RedisConnection::open);
    connect(&m_publisher, &RedisConnection::ready, this, &RedisBridge::onReady);
    connect(&m_subscriber, &RedisConnection::message, this, &RedisBridge::onMessage);
    connect(&m_publisher, &RedisConnection::lost, this, &RedisBridge::onLost);
    connect(&m_subscriber, &RedisConnection::lost, this, &RedisBridge::onLost);
}

RedisBridge::~RedisBridge() = default;

void RedisBridge::start()
{
    m_stopped = false;
    enter(RedisStatus::State::Reconnecting, u"connecting"_s);
    connectBoth();
}

void RedisBridge::stop(std::chrono::milliseconds patience)
{
    if (std::exchange(m_stopped, true))
        return;
    m_retry.stop();
    if (m_publisher.isReady() && !m_unanswered.empty()) {
        QEventLoop loop;
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        connect(&m_publisher, &RedisConnection::lost, &loop, &QEventLoop::quit);
        m_publisher.send({"PING"}, [&loop](const RedisConnection::Answer &) { loop.quit(); }); // Answers come in order.
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    m_publisher.close();
    m_subscriber.close();
}

void RedisBridge::connectBoth()
{
    m_subscriber.open();
}

void RedisBridge::onReady()
{
    m_failures = 0;
    const QDateTime away = m_status.since;
    enter(RedisStatus::State::Connected, {});
    m_logger.info("redis"_L1, u"connected"_s,
                  {{u"address"_s, m_status.address},
                   {u"channel"_s, m_status.channel},
                   {u"away_since"_s, away.toString(Qt::ISODateWithMs)},
                   {u"waiting"_s, qint64(m_queue.size())},
                   {u"dropped"_s, qint64(m_status.dropped)}});
    catchUp();
    sendWaiting();
}

void RedisBridge::catchUp()
{
    // At the first time: where the stream ends now. Later: all that has been added since. What of it was heard on the
    // channel is known by its id.
    const bool first = m_position.isEmpty();
    m_catchingUp = true;
    const auto take = [this, first](const RedisConnection::Answer &answer) {
        if (answer.isError) {
            m_logger.info("redis"_L1, u"what was missed cannot be asked for: "_s + QString::fromUtf8(answer.text),
                          {{u"stream"_s, QString::fromUtf8(m_recentKey)}});
        } else {
            if (!first)
                takeRecent(answer);
            if (!answer.items.isEmpty() && !answer.items.first().items.isEmpty())
                m_position = answer.items.first().items.first().text;
            else if (first)
                m_position = "0-0";
        }
        takeHeldBack();
    };
    m_publisher.send({"XREVRANGE", m_recentKey, "+", first ? QByteArray("-") : m_position, "COUNT",
                      first ? QByteArray("1") : recentEvents},
                     take);
}

void RedisBridge::takeRecent(const RedisConnection::Answer &answer)
{
    // Newest first: [[id, [field, json]], …]
    for (qsizetype i = answer.items.size(); i-- > 0;) {
        const QList<RedisConnection::Answer> &entry = answer.items.at(i).items;
        if (entry.size() != 2 || entry.at(1).items.size() < 2)
            continue;
        if (const auto event = parseEvent(entry.at(1).items.at(1).text); event && m_seen.add(event->id)) {
            ++m_status.received;
            Q_EMIT received(*event);
        }
    }
}

void RedisBridge::takeHeldBack()
{
    m_catchingUp = false;
    const std::vector<QByteArray> heldBack = std::exchange(m_heldBack, {});
    for (const QByteArray &payload : heldBack)
        onMessage(payload);
}

void RedisBridge::onLost(const QString &reason)
{
    m_publisher.close();
    m_subscriber.close();
    if (m_catchingUp)
        takeHeldBack();
    // What was sent and not answered may not have arrived: it goes out again. Who has it knows its id.
    m_queue.insert(m_queue.begin(), m_unanswered.begin(), m_unanswered.end());
    m_unanswered.clear();
    trim(m_options.queueLimit);
    if (m_stopped)
        return;
    ++m_failures;
    // Doubling, and at random between half of it and all of it: a hundred instances do not come back in one instant.
    const qint64 ceiling =
        std::min<qint64>(m_options.longestRetry.count(), m_options.firstRetry.count() << std::min(m_failures - 1, 16));
    const auto wait = qint64(double(ceiling) * (0.5 + 0.5 * QRandomGenerator::global()->generateDouble()));
    if (m_status.state != RedisStatus::State::Reconnecting || m_status.problem != reason)
        m_logger.warning("redis"_L1, u"not connected: "_s + reason,
                         {{u"address"_s, m_status.address}, {u"next_try_ms"_s, wait}});
    enter(RedisStatus::State::Reconnecting, reason);
    m_retry.start(int(wait));
}

void RedisBridge::enter(RedisStatus::State state, const QString &problem)
{
    if (m_status.state == state && m_status.problem == problem)
        return;
    if (m_status.state != state)
        m_status.since = QDateTime::currentDateTimeUtc();
    m_status.state = state;
    m_status.problem = problem;
    m_status.latencyMs = state == RedisStatus::State::Connected ? m_status.latencyMs : -1;
    Q_EMIT stateChanged(m_status);
}

void RedisBridge::counted()
{
    m_status.waiting = qsizetype(m_queue.size() + m_unanswered.size());
    m_status.latencyMs = m_publisher.latencyMilliseconds();
    if (!m_countsTimer.isActive())
        m_countsTimer.start();
}

void RedisBridge::share(const Event &event)
{
    if (!m_seen.add(event.id))
        return; // It came from there.
    Event shared = event;
    shared.seq = 0; // Counts this instance's events and means nothing to others.
    const QByteArray json = QJsonDocument(toJson(shared)).toJson(QJsonDocument::Compact);
    if (m_status.state == RedisStatus::State::Connected && m_queue.empty()) {
        sendOne(json);
    } else {
        m_queue.push_back(json);
        trim(m_options.queueLimit);
    }
    counted();
}

void RedisBridge::trim(size_t most)
{
    if (m_queue.size() <= most)
        return;
    const size_t tooMany = m_queue.size() - most;
    if (m_status.dropped == 0)
        m_logger.warning("redis"_L1, u"more events than can wait: the oldest are dropped"_s,
                         {{u"limit"_s, qint64(most)}});
    m_queue.erase(m_queue.begin(), m_queue.begin() + qsizetype(tooMany));
    m_status.dropped += tooMany;
}

void RedisBridge::sendWaiting()
{
    while (!m_queue.empty() && m_publisher.isReady()) {
        const QByteArray json = std::move(m_queue.front());
        m_queue.pop_front();
        sendOne(json);
    }
    counted();
}

void RedisBridge::sendOne(const QByteArray &json)
{
    if (m_unanswered.size() >= m_options.unansweredLimit) {
        m_unanswered.pop_front(); // It has been sent; only its repetition after a loss is given up.
        m_status.dropped += 1;
    }
    m_unanswered.push_back(json);
    m_publisher.send({"XADD", m_recentKey, "MAXLEN", "~", recentEvents, "*", "event", json}, {});
    m_publisher.send({"EXPIRE", m_recentKey, recentSeconds}, {});
    m_publisher.send({"PUBLISH", m_options.channel.toUtf8(), json}, [this](const RedisConnection::Answer &answer) {
        if (!m_unanswered.empty())
            m_unanswered.pop_front();
        if (answer.isError)
            m_logger.warning("redis"_L1, u"an event was refused: "_s + QString::fromUtf8(answer.text), {});
        else
            ++m_status.published;
        counted();
    });
}

void RedisBridge::onMessage(const QByteArray &payload)
{
    if (m_catchingUp) {
        m_heldBack.push_back(payload);
        return;
    }
    ++m_status.received;
    const Result<Event> event = parseEvent(payload);
    if (!event) {
        if (++m_status.malformed == 1) // Once; the count says how many.
            m_logger.warning("redis"_L1,
                             u"a message on the channel is no event, and is dropped: "_s + event.error().message,
                             {{u"channel"_s, m_options.channel}, {u"bytes"_s, payload.size()}});
    } else if (!m_seen.add(event->id)) {
        ++m_status.duplicates;
    } else {
        Q_EMIT received(*event);
    }
    counted();
}

} // namespace nova
