#include "app/desktop/viewmodels/restart_model.h"

#include "app/desktop/viewmodels/health_words.h"
#include "app/desktop/viewmodels/link_words.h"
#include "app/desktop/viewmodels/words.h"
#include "core/base/caller.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

RestartModel::RestartModel(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_nova(service)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_seconds.setInterval(1s);
    connect(&m_seconds, &QTimer::timeout, this, &RestartModel::elapsedChanged);
    connect(&m_watch, &LinkWatch::switched, this, [this] {
        m_mailbox = std::make_shared<Mailbox>();
        choose({});
    });
    connect(&service, &NovaService::stateChanged, this, &RestartModel::takeState);
}

RestartModel::~RestartModel() = default;

QString RestartModel::serverWords() const
{
    return namesWords(m_servers);
}

QString RestartModel::elapsed() const
{
    const bool running = m_phase == Phase::Running && m_heard.isValid();
    return durationWords(m_run.elapsedMs + (running ? m_heard.elapsed() : 0));
}

QString RestartModel::result() const
{
    switch (m_phase) {
    case Phase::Before:
        return {};
    case Phase::Running:
        return tr("Restarting %1").arg(m_service);
    case Phase::Succeeded:
        return tr("%1 was restarted in %2.").arg(m_service, elapsed());
    case Phase::Failed:
        break;
    }
    if (!m_refused.isEmpty())
        return m_refused;
    if (!m_run.problem.isEmpty())
        return m_run.problem;
    if (m_run.timedOut)
        return tr("It took too long and was stopped after %1.").arg(elapsed());
    if (m_run.exitCode < 0)
        return tr("The command was ended from outside after %1.").arg(elapsed());
    return tr("The command failed after %1 (exit code %2).").arg(elapsed()).arg(m_run.exitCode);
}

void RestartModel::choose(const QString &service)
{
    m_service = service;
    m_servers.clear();
    m_restarts.reset();
    m_run = {};
    m_refused.clear();
    m_phase = Phase::Before;
    m_seconds.stop();
    const NovaStatePtr state = m_nova.state();
    for (const ServerEntry &server : state->catalog->servers) {
        if (server.service == service)
            m_servers.append(server.name);
    }
    m_before = lastEnd(*state->restarts);
    takeState(state);
    Q_EMIT changed();
    Q_EMIT elapsedChanged();
}

void RestartModel::start()
{
    if (m_service.isEmpty() || m_phase == Phase::Running)
        return;
    m_refused.clear();
    m_run = {};
    const NovaStatePtr state = m_nova.state();
    if (!state->link->isUp())
        return refuse(tr("%1. Nothing was restarted.").arg(linkHeadline(*state->link)));
    m_before = lastEnd(*state->restarts);
    m_phase = Phase::Running; // At once: what was clicked shows.
    m_heard.start();
    m_seconds.start();
    m_nova.restart(m_service, {Origin::Ui, u"desktop"_s},
                   {m_mailbox, [this, service = m_service](const Result<RestartResult> &result) {
                        if (service == m_service && !result)
                            refuse(result.error().message);
                    }});
    Q_EMIT changed();
    Q_EMIT elapsedChanged();
}

void RestartModel::refuse(const QString &reason)
{
    const bool isTold = m_phase == Phase::Failed && !m_run.problem.isEmpty();
    if (isTold)
        return; // By the state, a moment ago.
    m_refused = reason;
    m_phase = Phase::Failed;
    m_seconds.stop();
    Q_EMIT changed();
}

QDateTime RestartModel::lastEnd(const RestartState &restarts) const
{
    for (const RestartRun &run : restarts.runs) {
        if (run.service == m_service && run.state != RestartRun::State::Running)
            return run.startedAt;
    }
    return {};
}

void RestartModel::takeState(const NovaStatePtr &state)
{
    if (m_service.isEmpty() || state->restarts == m_restarts)
        return;
    m_restarts = state->restarts;
    const auto run = std::find_if(m_restarts->runs.begin(), m_restarts->runs.end(),
                                  [this](const RestartRun &known) { return known.service == m_service; });
    if (run != m_restarts->runs.end())
        take(*run);
}

void RestartModel::take(const RestartRun &run)
{
    const bool running = run.state == RestartRun::State::Running;
    // One that was over before is no answer to what was asked here.
    if (!running && run.startedAt == m_before)
        return;
    m_run = run;
    m_heard.start();
    m_refused.clear();
    if (running) {
        m_phase = Phase::Running;
        m_seconds.start();
    } else {
        m_phase = run.state == RestartRun::State::Succeeded ? Phase::Succeeded : Phase::Failed;
        m_seconds.stop();
    }
    Q_EMIT changed();
    Q_EMIT elapsedChanged();
}

} // namespace nova
