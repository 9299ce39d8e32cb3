#include "core/restart/child_process.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

#include <linux/close_range.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{
namespace
{

/// In the child, between fork and exec: system calls only. `descriptors` is how many there may be.
void standAlone(int descriptors)
{
    ::setsid();
    // What we ignore or block, TERM perhaps, exec would hand on.
    for (int number = 1; number < NSIG; ++number)
        std::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    // Not closed: by one of them QProcess hears whether exec succeeded.
    if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    for (int descriptor = 3; descriptor < descriptors; ++descriptor) // Linux before 5.11.
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/// Made out here and now: in the child a relative one would be looked for in another folder.
QString pathOf(const ChildProcess::Command &command)
{
    const QString program = command.argv.value(0);
    if (program.contains(u'/'))
        return QDir(command.folder).absoluteFilePath(program);
    return QStandardPaths::findExecutable(program);
}

} // namespace

ChildProcess::ChildProcess(Command command, Limits limits, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_limits(limits)
    , m_standardOutput(limits.output)
    , m_standardError(limits.output)
{
    m_deadline.setSingleShot(true);
    m_grace.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    m_grace.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &ChildProcess::onDeadline);
    connect(&m_grace, &QTimer::timeout, this, &ChildProcess::onGraceOver);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (!isGroupAlive())
            conclude();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ChildProcess::read);
    connect(&m_process, &QProcess::readyReadStandardError, this, &ChildProcess::read);
    connect(&m_process, &QProcess::errorOccurred, this, &ChildProcess::onError);
    connect(&m_process, &QProcess::finished, this, &ChildProcess::onFinished);
}

ChildProcess::~ChildProcess()
{
    abandon();
}

void ChildProcess::abandon()
{
    blockSignals(true); // We may have been called from one.
    m_process.disconnect(this);
    m_deadline.stop();
    m_grace.stop();
    if (m_process.state() == QProcess::NotRunning && !m_look.isActive())
        return;
    m_look.stop();
    signalGroup(SIGKILL);
    m_process.waitForFinished(1000);
}

void ChildProcess::start()
{
    const QString program = pathOf(m_command);
    if (program.isEmpty()) {
        m_outcome.problem = u"there is no %1 on the PATH"_s.arg(m_command.argv.value(0));
        return conclude();
    }
    m_process.setProgram(program);
    m_process.setArguments(m_command.argv.mid(1));
    m_process.setWorkingDirectory(m_command.folder);
    m_process.setProcessEnvironment(m_command.environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    const int descriptors = int(qBound(1024L, ::sysconf(_SC_OPEN_MAX), 1L << 20));
    m_process.setChildProcessModifier([descriptors] { standAlone(descriptors); });
    m_deadline.start(m_limits.deadline);
    m_process.start();
    m_group = m_process.processId();
}

void ChildProcess::read()
{
    const auto take = [this](const QByteArray &bytes, BoundedOutput &kept) {
        if (bytes.isEmpty())
            return;
        kept.append(bytes);
        Q_EMIT output(bytes);
    };
    take(m_process.readAllStandardOutput(), m_standardOutput);
    take(m_process.readAllStandardError(), m_standardError);
}

void ChildProcess::onError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return; // finished() follows.
    if (!QFileInfo(m_command.folder).isDir())
        m_outcome.problem = u"there is no folder %1"_s.arg(m_command.folder);
    else
        m_outcome.problem = m_process.errorString();
    conclude();
}

void ChildProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    read();
    m_deadline.stop();
    if (status == QProcess::NormalExit)
        m_outcome.exitCode = exitCode;
    else
        m_outcome.signal = exitCode; // So QProcess tells it.
    // The number of a group is not given away while somebody is in it; looking often, we do not miss when it is free.
    if (m_grace.isActive() && isGroupAlive())
        m_look.start(20ms);
    else
        conclude();
}

void ChildProcess::onDeadline()
{
    m_outcome.timedOut = true;
    m_grace.start(m_limits.grace);
    signalGroup(SIGTERM);
}

void ChildProcess::onGraceOver()
{
    signalGroup(SIGKILL);
    if (m_process.state() == QProcess::NotRunning)
        conclude();
}

void ChildProcess::conclude()
{
    m_deadline.stop();
    m_grace.stop();
    m_look.stop();
    m_outcome.standardOutput = m_standardOutput.bytes();
    m_outcome.standardError = m_standardError.bytes();
    m_outcome.truncated = m_standardOutput.isTruncated() || m_standardError.isTruncated();
    Q_EMIT ended(m_outcome);
}

void ChildProcess::signalGroup(int number) const
{
    if (m_group <= 0)
        return;
    // The child may not have got to setsid() yet.
    if (::kill(pid_t(-m_group), number) != 0 && m_process.state() != QProcess::NotRunning)
        ::kill(pid_t(m_group), number);
}

bool ChildProcess::isGroupAlive() const
{
    return ::kill(pid_t(-m_group), 0) == 0 || errno == EPERM;
}

} // namespace nova
