#include "core/service/remote_events.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// A change of a file is seen within the window of the watcher, and what is told first asks for a look at once.
constexpr std::chrono::milliseconds waitForFile{1000};

bool isAboutFiles(EventType type)
{
    return type == EventType::McpToggled || type == EventType::PromptUpdated || type == EventType::ConfigValidated;
}

} // namespace

Event asRemote(Event event)
{
    // Files and health of another machine are not those of this one, even where they have the same names.
    if (isAboutFiles(event.type) || event.type == EventType::SystemHealth)
        event.data[u"origin"_s] = toString(Origin::Remote);
    return event;
}

QString changeId(const QString &change, const QString &what)
{
    static const QUuid space(u"6f1d8a52-7f0b-4c1e-9d5a-3c3b1f0e7a11"_s);
    return QUuid::createUuidV5(space, QString(change + u'\n' + what)).toString(QUuid::WithoutBraces);
}

RemoteEvents::RemoteEvents(const std::optional<RedisBridge::Options> &redis, QString instance, Logger &logger,
                           QObject *parent)
    : QObject(parent)
    , m_instance(std::move(instance))
    , m_logger(logger)
{
    makeBridge(redis);
}

void RemoteEvents::makeBridge(const std::optional<RedisBridge::Options> &redis)
{
    m_bridge.reset();
    if (!redis)
        return;
    m_bridge = std::make_unique<RedisBridge>(*redis, m_logger);
    connect(m_bridge.get(), &RedisBridge::received, this, &RemoteEvents::take);
    connect(m_bridge.get(), &RedisBridge::stateChanged, this,
            [this](const RedisStatus &status) { Q_EMIT redisChanged(status, true); });
    connect(m_bridge.get(), &RedisBridge::countsChanged, this,
            [this](const RedisStatus &status) { Q_EMIT redisChanged(status, false); });
}

RemoteEvents::~RemoteEvents() = default;

void RemoteEvents::start()
{
    if (m_bridge)
        m_bridge->start();
}

void RemoteEvents::stop()
{
    if (m_bridge)
        m_bridge->stop(std::chrono::milliseconds(500));
}

void RemoteEvents::setRedis(const std::optional<RedisBridge::Options> &redis)
{
    stop();
    makeBridge(redis);
    start();
    Q_EMIT redisChanged(status(), true);
}

RedisStatus RemoteEvents::status() const
{
    return m_bridge ? m_bridge->status() : RedisStatus();
}

void RemoteEvents::share(const Event &event)
{
    if (m_bridge)
        m_bridge->share(event);
}

void RemoteEvents::take(Event event)
{
    event = asRemote(std::move(event));
    if (event.source != m_instance || !isAboutFiles(event.type)) {
        Q_EMIT arrived(event);
        return;
    }
    m_waiting.push_back(event);
    QTimer::singleShot(waitForFile, this, [this, id = event.id] { release(id); });
    Q_EMIT filesMayHaveChanged();
}

void RemoteEvents::claim(const QString &id)
{
    std::erase_if(m_waiting, [&id](const Event &event) { return event.id == id; });
}

void RemoteEvents::release(const QString &id)
{
    const auto found =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&id](const Event &event) { return event.id == id; });
    if (found == m_waiting.end())
        return;
    const Event event = *found; // Another Nova on this machine, with files of its own.
    m_waiting.erase(found);
    Q_EMIT arrived(event);
}

} // namespace nova
