#pragma once

#include "core/restart/bounded_output.h"

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <chrono>

namespace nova
{

/// One program run to its end, with a deadline, in bounded memory.
///
/// It gets an argument list, /dev/null to read from, none of our descriptors and signal settings, and a session, and so
/// a process group, of its own. One that is not done in time gets TERM and later KILL, with everything it started: its
/// end is told when the group is gone. One that ends by itself may have left something running on purpose; that is
/// neither waited for nor ended.
class ChildProcess final : public QObject
{
    Q_OBJECT

public:
    struct Command {
        QStringList argv; ///< A program without a slash is looked up on our PATH.
        QString folder;   ///< Absolute.
        QProcessEnvironment environment;
    };

    struct Limits {
        std::chrono::milliseconds deadline{60'000};
        std::chrono::milliseconds grace{5'000}; ///< From TERM to KILL.
        qsizetype output = 65'536;              ///< Of each stream.
    };

    struct Outcome {
        QString problem;   ///< Why it could not be started; empty if it was.
        int exitCode = -1; ///< -1: a signal ended it.
        int signal = 0;
        bool timedOut = false;
        QByteArray standardOutput, standardError;
        bool truncated = false;
    };

    ChildProcess(Command command, Limits limits, QObject *parent = nullptr);
    ~ChildProcess() override; ///< Abandons it.

    void start();
    /// KILL to the group if it still runs, and no signal of ours any more. Waits for the end, which takes milliseconds.
    void abandon();

Q_SIGNALS:
    /// Of both streams, as it comes.
    void output(const QByteArray &bytes);
    /// Once. The object may be deleted later, not in it.
    void ended(const nova::ChildProcess::Outcome &outcome);

private:
    void read();
    void onError(QProcess::ProcessError error);
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onDeadline();
    void onGraceOver();
    void conclude();
    void signalGroup(int number) const;
    [[nodiscard]] bool isGroupAlive() const;

    const Command m_command;
    const Limits m_limits;
    QProcess m_process;
    qint64 m_group = 0;
    BoundedOutput m_standardOutput, m_standardError;
    QTimer m_deadline;
    QTimer m_grace;
    QTimer m_look; ///< For the rest of the group, when the program itself is gone.
    Outcome m_outcome;
};

} // namespace nova
