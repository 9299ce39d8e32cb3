#pragma once

#include "app/remote/backoff.h"
#include "app/remote/remote_calls.h"
#include "app/remote/remote_problem.h"
#include "app/remote/remote_socket.h"
#include "app/remote/remote_view.h"
#include "app/remote/state_fetch.h"
#include "app/remote/waiting_replies.h"
#include "core/service/nova_service.h"

#include <deque>
#include <mutex>

namespace nova
{

/// A Nova on another machine, by its REST API and its WebSocket.
///
/// It asks for the state first and then has the events told that come after it, so that an event is told here only when
/// a state is in force that has it. After a lost connection it comes back by itself and goes on after the last event it
/// told. Lives in one thread; see NovaService for what may be called from elsewhere. Not to be deleted from a slot of
/// one of its signals (deleteLater() is fine).
class RemoteNova final : public NovaService
{
    Q_OBJECT

public:
    struct Timing {
        StateFetch::Timing state{};
        RemoteSocket::Timing socket{};
        std::chrono::milliseconds firstRetry{500};
        std::chrono::milliseconds longestRetry{30'000};
        std::chrono::milliseconds refresh{10'000}; ///< Times and latencies of checks change without an event.
        std::chrono::milliseconds command{10'000};
        std::chrono::milliseconds slowCommand{120'000}; ///< Checks and restarts.
    };
    struct Options {
        QUrl address;
        QString token;
        Timing timing{};
    };

    explicit RemoteNova(const Options &options);
    ~RemoteNova() override;

    /// Connects, and stays connected until stop().
    void start();
    /// Closes the connection. Commands on their way are answered.
    void stop();
    /// Tries now, whatever the link says.
    void reconnect();

    [[nodiscard]] NovaStatePtr state() const override;
    void toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply) override;
    void addServer(AddServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void changeServer(ChangeServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void removeServer(RemoveServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void moveServer(MoveServerCommand command, Caller caller, Reply<ServerSaved> reply) override;
    void saveText(SaveTextCommand command, Caller caller, Reply<TextSaved> reply) override;
    void restore(RestoreCommand command, Caller caller, Reply<TextSaved> reply) override;
    void broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply) override;
    void readText(DocumentKind document, QString id, Reply<StoredText> reply) override;
    void listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply) override;
    void compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply) override;
    void readEvents(Reply<QList<Event>> reply) override;
    void check(QString server, Caller caller, Reply<HealthReportPtr> reply) override;
    void readHistory(QString server, Reply<HealthHistory> reply) override;
    void restart(QString service, Caller caller, Reply<RestartResult> reply) override;
    void validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply) override;
    void reload() override;

private:
    /// What is being done. Which phase the link is in is for others to see; this is for us.
    enum class Step { Idle, Asking, Opening, AwaitingState, Up, Waiting };
    /// All that needs a valid address.
    struct Wire {
        Wire(const RemoteAddress &address, const QByteArray &token, StateFetch::Timing timing,
             std::function<void()> onWrongToken)
            : http(address, token)
            , fetch(http, timing)
            , calls(http, std::move(onWrongToken))
        {
        }
        RemoteHttp http;
        StateFetch fetch;
        RemoteCalls calls;
    };

    void connectNow();
    void disconnectNow();
    void onFetched(const QJsonObject &state, quint64 number);
    void openSocket();
    void onGreeted(const QString &epoch, quint64 seq);
    void onResynced(const QJsonObject &state);
    void onEvent(const Event &event);
    void onEnded(int closeCode, const QString &why);
    void goUp();
    void fail(const LinkProblem &problem);
    void deliver();
    void setPhase(LinkState::Phase phase, const QString &problem = {}, const QDateTime &retryAt = {});
    /// Puts what is known in force, and tells.
    void show();

    template <typename T, typename Read>
    void ask(const RemoteRequest &request, const Reply<T> &reply, Read read);
    template <typename T>
    void askFor(const RemoteRequest &request, const Reply<T> &reply);
    void askEvents(quint64 howMany, const Reply<QList<Event>> &reply);
    [[nodiscard]] std::optional<Error> whyNot(bool isWrite) const;
    [[nodiscard]] QString name() const;

    const Timing m_timing;
    const QByteArray m_token;
    const Result<RemoteAddress> m_address;
    RemoteView m_view;
    LinkState m_link;
    mutable std::mutex m_mutex;
    NovaStatePtr m_state; ///< Under the mutex.
    std::unique_ptr<Wire> m_wire;
    RemoteSocket *m_socket = nullptr; ///< Our child; it may be at work when we let go of it.
    std::deque<Event> m_events;       ///< That wait for their state.
    QString m_epoch; ///< The position: the last event that was told, or that the state had from the beginning.
    quint64 m_seq = 0;
    WaitingReplies m_replies;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_refresh;
    Step m_step = Step::Idle;
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
};

} // namespace nova
