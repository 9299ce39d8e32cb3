#pragma once

#include "core/base/result.h"
#include "core/restart/child_process.h"
#include "core/restart/compose_command.h"
#include "core/restart/restart_result.h"
#include "core/restart/restart_rules.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace nova
{

/// Runs `docker compose restart SERVICE` for the services that are allowed: an argument list, never a shell.
/// Lives in the core thread; nothing blocks.
class RestartRunner final : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds deadline{60'000}; ///< With finding out how Compose is called.
        std::chrono::milliseconds grace{5'000};     ///< From TERM to KILL.
        qsizetype output = 65'536;                  ///< Of each stream.
    };
    using Done = std::function<void(Result<RestartResult>)>;

    RestartRunner(RestartRules rules, Limits limits, QObject *parent = nullptr);
    /// As stop(), but nobody is answered.
    ~RestartRunner() override;

    /// For those that are started from now on.
    void setRules(RestartRules rules) { m_rules = std::move(rules); }

    /// Refuses at once, or runs it: then `done` is called later in this thread, once. It may start the next one, but
    /// not delete the runner. A command that ran is a result, however it ended; an error says why none could be run.
    [[nodiscard]] Result<void> start(const QString &service, Done done);
    [[nodiscard]] QStringList running() const;
    /// At the end of the program: KILL to what still runs. Who waits is answered now, and nothing is started any more.
    void stop();

Q_SIGNALS:
    /// When one begins, and when something new was written; at most four a second for a service.
    void progressed(const nova::RestartProgress &progress);

private:
    struct Run;

    [[nodiscard]] Result<void> mayStart(const QString &service) const;
    void launch(const QString &service, const Result<QStringList> &command);
    void onEnded(const QString &service, const ChildProcess::Outcome &outcome);
    void answer(const QString &service, const Result<RestartResult> &result);
    [[nodiscard]] QString folder() const;

    RestartRules m_rules;
    const Limits m_limits;
    ComposeCommand m_compose;
    std::map<QString, std::unique_ptr<Run>> m_runs;
    bool m_stopped = false;
};

} // namespace nova
