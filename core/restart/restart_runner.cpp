#include "core/restart/restart_runner.h"

#include "core/restart/newest_output.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{
namespace
{

constexpr std::size_t mostAtOnce = 4;

/// Compose's own rule for names of services. One that begins with a dash would be taken for an option.
bool isServiceName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'-') && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' ||
               c == u'_' || c == u'-';
    });
}

/// For a sentence. What a stranger sent is repeated only if it is harmless.
QString quoted(const QString &service)
{
    return isServiceName(service) && service.size() <= 64 ? QString(u'«' + service + u'»') : u"This service"_s;
}

} // namespace

/// A restart from start() until it is answered.
struct RestartRunner::Run {
    RestartResult result;
    Done done;
    QElapsedTimer clock;
    ChildProcess *process = nullptr; ///< The runner's child; null while Compose is looked for.
    NewestOutput *newest = nullptr;  ///< The process' child.

    /// We may be in a signal of one of the two: they are deleted later, and say nothing until then.
    void end() const
    {
        if (!process)
            return;
        newest->blockSignals(true);
        process->abandon();
        process->deleteLater();
    }
};

RestartRunner::RestartRunner(RestartRules rules, Limits limits, QObject *parent)
    : QObject(parent)
    , m_rules(std::move(rules))
    , m_limits(limits)
    , m_compose(
          {qMin<std::chrono::milliseconds>(5s, limits.deadline), qMin<std::chrono::milliseconds>(500ms, limits.grace)})
{
}

RestartRunner::~RestartRunner()
{
    for (const auto &[service, run] : m_runs)
        run->done = nullptr;
    stop();
}

Result<void> RestartRunner::mayStart(const QString &service) const
{
    if (!m_rules.allowedServices.contains(service)) {
        return failure(ErrorCode::PermissionDenied,
                       quoted(service) + u" may not be restarted: it is not in restart.allowed_services."_s);
    }
    if (!isServiceName(service)) {
        return failure(
            ErrorCode::InvalidInput,
            u"A name in restart.allowed_services is no name of a service: it may hold letters, digits, dots, "
            "underscores and hyphens, and may not begin with a hyphen."_s);
    }
    if (m_stopped)
        return failure(ErrorCode::Unavailable, u"Nova is ending."_s);
    if (m_runs.contains(service))
        return failure(ErrorCode::Conflict, quoted(service) + u" is being restarted already."_s);
    if (m_runs.size() >= mostAtOnce) {
        return failure(ErrorCode::Conflict,
                       u"%1 services are being restarted. Try again when one of them is done."_s.arg(mostAtOnce));
    }
    return {};
}

Result<void> RestartRunner::start(const QString &service, Done done)
{
    if (Result<void> allowed = mayStart(service); !allowed)
        return allowed;
    auto run = std::make_unique<Run>();
    run->result.service = service;
    run->result.startedAt = QDateTime::currentDateTimeUtc();
    run->done = std::move(done);
    run->clock.start();
    m_runs.emplace(service, std::move(run));
    if (m_rules.command.isEmpty())
        m_compose.find([this, service](const Result<QStringList> &command) { launch(service, command); });
    else
        QTimer::singleShot(0, this, [this, service] { launch(service, m_rules.command); });
    return {};
}

void RestartRunner::launch(const QString &service, const Result<QStringList> &command)
{
    const auto found = m_runs.find(service);
    if (found == m_runs.end())
        return; // Stopped meanwhile.
    if (!command)
        return answer(service, tl::unexpected(command.error()));
    Run &run = *found->second;
    const auto left = m_limits.deadline - std::chrono::milliseconds(run.clock.elapsed());
    if (left <= 0ms)
        return answer(service, failure(ErrorCode::Unavailable, u"Docker did not answer in time."_s));

    run.result.argv = *command;
    if (m_rules.command.isEmpty() && !m_rules.composeFile.isEmpty())
        run.result.argv += {u"-f"_s, m_rules.composeFile};
    run.result.argv += {u"restart"_s, service};
    run.process = new ChildProcess({run.result.argv, folder(), composeEnvironment()},
                                   {left, m_limits.grace, m_limits.output}, this);
    run.newest = new NewestOutput(run.process);
    connect(run.newest, &NewestOutput::told, this, [this, service](const QByteArray &newest) {
        Q_EMIT progressed({service, newest, m_runs.at(service)->clock.elapsed()});
    });
    connect(run.process, &ChildProcess::output, run.newest, &NewestOutput::append);
    connect(run.process, &ChildProcess::ended, this,
            [this, service](const ChildProcess::Outcome &outcome) { onEnded(service, outcome); });
    run.newest->tell();
    if (!m_stopped) // Who was just told may have stopped us.
        run.process->start();
}

void RestartRunner::onEnded(const QString &service, const ChildProcess::Outcome &outcome)
{
    // What it wrote last says how it ended.
    m_runs.at(service)->newest->tellNews();
    if (m_stopped) // Who was just told may have stopped us.
        return;
    Run &run = *m_runs.at(service);
    run.end();
    // The plugin may have been removed since.
    if (outcome.exitCode != 0)
        m_compose.forget();
    if (!outcome.problem.isEmpty()) {
        return answer(service, failure(ErrorCode::Unavailable, u"%1 could not be started: %2."_s.arg(
                                                                   run.result.argv.constFirst(), outcome.problem)));
    }
    RestartResult result = run.result;
    result.exitCode = outcome.exitCode;
    result.signal = outcome.signal;
    result.timedOut = outcome.timedOut;
    result.standardOutput = outcome.standardOutput;
    result.standardError = outcome.standardError;
    result.truncated = outcome.truncated;
    result.durationMs = run.clock.elapsed();
    answer(service, result);
}

void RestartRunner::answer(const QString &service, const Result<RestartResult> &result)
{
    // First out of the list: who is answered may start it again.
    const Done done = std::move(m_runs.at(service)->done);
    m_runs.erase(service);
    if (done)
        done(result);
}

QStringList RestartRunner::running() const
{
    QStringList services;
    for (const auto &[service, run] : m_runs)
        services.append(service);
    return services;
}

void RestartRunner::stop()
{
    m_stopped = true;
    m_compose.cancel();
    for (const auto &[service, run] : m_runs)
        run->end();
    while (!m_runs.empty()) {
        const QString service = m_runs.begin()->first;
        answer(service,
               failure(ErrorCode::Unavailable, quoted(service) + u": Nova ended in the middle of the restart."_s));
    }
}

QString RestartRunner::folder() const
{
    return m_rules.composeFile.isEmpty() ? m_rules.folder : QFileInfo(m_rules.composeFile).path();
}

} // namespace nova
