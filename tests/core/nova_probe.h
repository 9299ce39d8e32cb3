#pragma once

#include "core/service/local_nova.h"
#include "tests/support/scratch.h"

#include <QEventLoop>

namespace nova::test
{

/// A LocalNova on the files of a scratch folder, with short times, and everything it published and logged.
class NovaProbe
{
public:
    /// `catalog` and `prompt` are written before the start; a null one is left out.
    using Adjust = std::function<void(LocalNova::Options &)>;
    /// `adjust` may change how it is made; as it is, nobody is asked for health.
    explicit NovaProbe(const QByteArray &catalog, const QByteArray &prompt = "# Nova\n", const Adjust &adjust = {});

    LocalNova *operator->() { return m_nova.get(); }
    [[nodiscard]] const Scratch &scratch() const { return m_scratch; }

    /// The events since the start or the last clear(); with the type, those of one type.
    [[nodiscard]] const QList<Event> &events() const { return m_events; }
    [[nodiscard]] QList<Event> events(EventType type) const;
    /// "mcp_toggled gmail true", "config_validated valid", …: what happened, at a glance.
    [[nodiscard]] QStringList story() const;
    void clear() { m_events.clear(); }

    /// Everything that was logged.
    [[nodiscard]] QByteArray log() const { return m_log.join(); }
    /// The log's lines of category "audit" that say so, in order.
    [[nodiscard]] QList<QJsonObject> audit(const QString &what) const;
    [[nodiscard]] const ServerEntry *server(const QString &name) const;
    /// "gmail files" for those that are on in the state.
    [[nodiscard]] QStringList switchedOn() const;

    /// Commands that wait for their answer.
    [[nodiscard]] Result<Toggled> toggle(const ToggleCommand &command,
                                         const Caller &caller = {Origin::Api, QStringLiteral("token")});
    [[nodiscard]] Result<TextSaved> saveText(const SaveTextCommand &command);
    [[nodiscard]] Result<Event> broadcast(const BroadcastCommand &command);

    /// Asks by `start`, which is given the Reply, and waits for the answer in a nested event loop.
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

private:
    Scratch m_scratch{Scratch::Content::Empty};
    QByteArrayList m_log;
    Logger m_logger{LogLevel::Debug, LogFormat::Json};
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    std::unique_ptr<LocalNova> m_nova;
    QList<Event> m_events;
};

} // namespace nova::test
