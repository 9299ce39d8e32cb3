#pragma once

#include "core/base/caller.h"
#include "core/redis/redis_bridge.h"

namespace nova
{

/// The way of events between this Nova and others: which of ours go out, and which of theirs are told here, once.
/// Core thread.
///
/// Two Novas on one machine may look after the same files. Then a change comes twice: from the other Nova, and from the
/// file. Both make the same id of it (see changeId()), but the file has to come first: the event must not be told
/// before the state has it. So what comes from a Nova on this machine and is about a file waits a moment for the file.
class RemoteEvents final : public QObject
{
    Q_OBJECT

public:
    /// Without `redis` nothing comes and nothing goes. `instance` is the source of our own events.
    RemoteEvents(const std::optional<RedisBridge::Options> &redis, QString instance, Logger &logger,
                 QObject *parent = nullptr);
    ~RemoteEvents() override;

    void start();
    void stop();
    /// Lets go of the Redis there was, and goes to this one. What waited for the old one and could not be sent is lost.
    void setRedis(const std::optional<RedisBridge::Options> &redis);

    /// Everything that was told here goes out, unless it came from there.
    void share(const Event &event);
    /// An event of ours is about to be told: if the same one has come from outside and waits, it is dropped.
    void claim(const QString &id);

    [[nodiscard]] RedisStatus status() const;

Q_SIGNALS:
    /// An event of another program. Its data says so: `origin` is "remote" where the type has one.
    void arrived(const nova::Event &event);
    /// The files may have changed: look now.
    void filesMayHaveChanged();
    /// The connection stands otherwise; `isNews` is false where only counts changed.
    void redisChanged(const nova::RedisStatus &status, bool isNews);

private:
    void makeBridge(const std::optional<RedisBridge::Options> &redis);
    void take(Event event);
    void release(const QString &id);

    const QString m_instance;
    Logger &m_logger;
    std::unique_ptr<RedisBridge> m_bridge;
    std::vector<Event> m_waiting;
};

/// `event` as one of another program's.
[[nodiscard]] Event asRemote(Event event);

/// The id of the event that tells of `what` in a change of a file: the same in every Nova that sees this change.
/// `change` names the change (see FileReading::identity).
[[nodiscard]] QString changeId(const QString &change, const QString &what);

} // namespace nova
