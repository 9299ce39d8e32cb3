#pragma once

#include "core/restart/restart_runner.h"
#include "core/service/restart_state.h"

namespace nova
{

/// The restart part of a local Nova: runs them, and keeps what UIs show of them. Core thread.
class LocalRestarts final : public QObject
{
    Q_OBJECT

public:
    explicit LocalRestarts(const RestartRules &rules, QObject *parent = nullptr);
    ~LocalRestarts() override;

    /// `servers`: those that will show it. `done` is called once, later or at once.
    void start(const QString &service, const QStringList &servers, const RestartRunner::Done &done);
    void stop();
    /// What may be restarted from now on. What runs goes on.
    void setRules(const RestartRules &rules);
    [[nodiscard]] std::shared_ptr<const RestartState> state() const { return m_state; }

Q_SIGNALS:
    /// state() is another one; `run` is what is different in it.
    void changed(const nova::RestartRun &run);

private:
    void update(const QString &service, const std::function<void(RestartRun &)> &change);
    void finish(const QString &service, const Result<RestartResult> &result);

    RestartRunner m_runner;
    std::shared_ptr<const RestartState> m_state;
    bool m_isStarting = false;
};

} // namespace nova
