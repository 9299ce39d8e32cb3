#pragma once

#include "app/remote/remote_nova.h"
#include "tests/redis/tcp_proxy.h"
#include "tests/support/web_fixture.h"

#include <QEventLoop>

namespace nova::test
{

/// Short times, so that a test is quick.
[[nodiscard]] RemoteNova::Timing shortTiming();

/// A RemoteNova and everything it told.
class Watched
{
public:
    explicit Watched(const RemoteNova::Options &options);

    RemoteNova *operator->() { return m_nova.get(); }
    [[nodiscard]] LinkState::Phase phase() const { return m_nova->state()->link->phase; }
    [[nodiscard]] QString problem() const { return m_nova->state()->link->problem; }
    [[nodiscard]] bool isUp() const { return phase() == LinkState::Phase::Connected; }
    [[nodiscard]] const QList<Event> &events() const { return m_events; }
    [[nodiscard]] QList<quint64> numbers() const;
    /// The phases since the start, each once for each time it began.
    [[nodiscard]] const QList<LinkState::Phase> &phases() const { return m_phases; }
    /// Events that were told before the state had them.
    [[nodiscard]] const QStringList &early() const { return m_early; }
    [[nodiscard]] int changes() const { return m_changes; }
    void end() { m_nova.reset(); }

    /// Asks by `start`, which is given the Reply, and waits for the answer.
    template <typename T, typename Start>
    Result<T> answerTo(Start start)
    {
        std::optional<Result<T>> answer;
        QEventLoop loop;
        start(Reply<T>(m_mailbox, [&](Result<T> result) {
            answer = std::move(result);
            loop.quit();
        }));
        if (!answer)
            loop.exec();
        return *answer;
    }
    [[nodiscard]] Result<Toggled> toggle(const QString &name, std::optional<bool> enabled = {},
                                         const std::optional<QString> &ifMatch = {});
    [[nodiscard]] const ServerEntry *server(const QString &name) const;

private:
    void note(const Event &event);

    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    std::unique_ptr<RemoteNova> m_nova;
    QList<Event> m_events;
    QList<LinkState::Phase> m_phases;
    QStringList m_early;
    int m_changes = 0;
};

/// A Nova with its web side, a bad network in front of it, and somebody at the other end.
class RemoteWorld
{
public:
    RemoteWorld();
    ~RemoteWorld() { stopServing(); }

    /// The web side and all behind it, anew: another epoch on the same port.
    void serve();
    void stopServing();
    [[nodiscard]] RemoteNova::Options options() const;
    [[nodiscard]] Caller editor() const { return {Origin::Ui, QStringLiteral("there")}; }
    /// Flips a server there, and waits until it is done.
    void flipThere(const QString &name);
    /// How often the state was asked for.
    [[nodiscard]] int stateQuestions() const;

private:
    const quint16 m_port;

public:
    TcpProxy proxy;
    std::unique_ptr<WebFixture> web;
};

} // namespace nova::test
