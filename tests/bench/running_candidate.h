#pragma once

#include "tests/bench/candidate.h"
#include "tests/bench/workload.h"
#include "tests/support/scratch.h"

#include <QProcess>

namespace nova::bench
{

/// A candidate that runs on files of its own, on a free port of the loopback. Ends with the object.
class RunningCandidate
{
public:
    /// Starts it and waits for the first 200 on /health.
    explicit RunningCandidate(const Candidate &candidate, const QByteArray &catalog = catalogText());
    ~RunningCandidate();
    Q_DISABLE_COPY_MOVE(RunningCandidate)

    /// From the start of the process to that answer.
    [[nodiscard]] double startMilliseconds() const { return m_startMilliseconds; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QByteArray token() const;
    [[nodiscard]] const test::Scratch &scratch() const { return m_scratch; }

private:
    void waitForHealth();

    const test::Scratch m_scratch;
    const quint16 m_port; ///< Chosen before the start: the first answer is looked for from outside.
    QProcess m_process;
    double m_startMilliseconds = 0;
};

} // namespace nova::bench
