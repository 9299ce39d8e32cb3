#include "core/service/local_restarts.h"

#include "core/restart/readable_output.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

QString toString(RestartRun::State state)
{
    switch (state) {
    case RestartRun::State::Running:
        return u"running"_s;
    case RestartRun::State::Succeeded:
        return u"succeeded"_s;
    case RestartRun::State::Failed:
        break;
    }
    return u"failed"_s;
}

LocalRestarts::LocalRestarts(const RestartRules &rules, QObject *parent)
    : QObject(parent)
    , m_runner(rules, {})
{
    RestartState state;
    state.allowed = rules.allowedServices;
    m_state = std::make_shared<RestartState>(state);
    connect(&m_runner, &RestartRunner::progressed, this, [this](const RestartProgress &progress) {
        if (m_isStarting) // The run that is known is an earlier one.
            return;
        update(progress.service, [&progress](RestartRun &run) {
            run.output = readableOutput(progress.output);
            run.elapsedMs = progress.elapsedMs;
        });
    });
}

LocalRestarts::~LocalRestarts() = default;

void LocalRestarts::start(const QString &service, const QStringList &servers, const RestartRunner::Done &done)
{
    m_isStarting = true;
    const auto started = m_runner.start(service, [this, service, done](const Result<RestartResult> &result) {
        finish(service, result);
        done(result);
    });
    m_isStarting = false;
    if (!started)
        return done(tl::unexpected(started.error()));
    update(service, [&](RestartRun &run) {
        run = {};
        run.service = service;
        run.servers = servers;
        run.startedAt = QDateTime::currentDateTimeUtc();
    });
}

void LocalRestarts::setRules(const RestartRules &rules)
{
    m_runner.setRules(rules);
    auto next = std::make_shared<RestartState>(*m_state);
    next->allowed = rules.allowedServices;
    m_state = next;
}

void LocalRestarts::stop()
{
    m_runner.stop();
}

void LocalRestarts::finish(const QString &service, const Result<RestartResult> &result)
{
    update(service, [&result](RestartRun &run) {
        run.state = result && result->exitCode == 0 && !result->timedOut ? RestartRun::State::Succeeded
                                                                         : RestartRun::State::Failed;
        if (!result) {
            run.problem = result.error().message;
            return;
        }
        run.exitCode = result->exitCode;
        run.timedOut = result->timedOut;
        run.elapsedMs = result->durationMs;
    });
}

void LocalRestarts::update(const QString &service, const std::function<void(RestartRun &)> &change)
{
    auto next = std::make_shared<RestartState>(*m_state);
    auto run = std::find_if(next->runs.begin(), next->runs.end(),
                            [&service](const RestartRun &known) { return known.service == service; });
    if (run == next->runs.end())
        run = next->runs.insert(next->runs.end(), RestartRun{});
    change(*run);
    const RestartRun changedRun = *run;
    m_state = next;
    Q_EMIT changed(changedRun);
}

} // namespace nova
