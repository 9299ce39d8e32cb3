#include "tests/bench/running_candidate.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/workload.h"
#include "tests/support/free_port.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

RunningCandidate::RunningCandidate(const Candidate &candidate, const QByteArray &catalog)
    : m_scratch(test::Scratch::Content::Empty)
    , m_port(test::freePort())
{
    if (m_port == 0)
        throw CannotRun(u"no free port"_s);
    test::Scratch::write(m_scratch.catalog(), catalog);
    test::Scratch::write(m_scratch.prompt(), promptText("at the start"));
    m_process.setProgram(candidate.program);
    m_process.setArguments(candidate.arguments + QStringList{u"--root"_s, m_scratch.path(), u"--state-dir"_s,
                                                             m_scratch.path(u"state"_s), u"--port"_s,
                                                             QString::number(m_port)});
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_scratch.path(u"stderr.log"_s));
    const Clock::time_point begin = Clock::now();
    m_process.start();
    waitForHealth();
    m_startMilliseconds = millisecondsBetween(begin, Clock::now());
}

RunningCandidate::~RunningCandidate()
{
    m_process.terminate();
    if (m_process.waitForFinished(5000))
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void RunningCandidate::waitForHealth()
{
    const Clock::time_point end = Clock::now() + deadline;
    while (Clock::now() < end) {
        if (HttpWire wire(m_port, {}); wire.isConnected()) {
            wire.send("GET", "/health");
            wire.waitForOk();
            return;
        }
        // A millisecond's rest that also notices the end of the program.
        if (m_process.waitForFinished(1) || m_process.state() == QProcess::NotRunning)
            break;
    }
    const QByteArray said = test::Scratch::read(m_scratch.path(u"stderr.log"_s)).right(500).trimmed();
    const QString ending = m_process.error() == QProcess::FailedToStart ? m_process.errorString()
                           : m_process.state() == QProcess::NotRunning  ? u"exit code %1"_s.arg(m_process.exitCode())
                                                                        : u"it runs but stays silent"_s;
    throw CannotRun(
        u"%1 does not answer (%2). %3"_s.arg(m_process.program(), ending, QString::fromUtf8(said)).trimmed());
}

QByteArray RunningCandidate::token() const
{
    return test::Scratch::read(m_scratch.path(u"state/token"_s)).trimmed();
}

} // namespace nova::bench
