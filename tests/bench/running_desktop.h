#pragma once

#include "tests/bench/virtual_screen.h"
#include "tests/support/scratch.h"

#include <QList>

namespace nova::bench
{

/// The nova-settings of the same build, on files of its own and a display in memory, painting without OpenGL and with
/// its web side. Ends with the object.
class RunningDesktop
{
public:
    /// A frame as Qt's own log tells of it when it is on the display.
    struct Frame {
        qint64 at = 0;  ///< Milliseconds since the epoch.
        int lasted = 0; ///< In milliseconds: layout, painting and handing it over.
    };

    /// Starts it and waits for its first frame.
    RunningDesktop(const QString &program, const QByteArray &catalog);
    ~RunningDesktop();
    Q_DISABLE_COPY_MOVE(RunningDesktop)

    /// From the start of the process to that frame.
    [[nodiscard]] double startMilliseconds() const { return m_startMilliseconds; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray token() const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] const VirtualScreen &screen() const { return m_screen; }
    [[nodiscard]] const test::Scratch &scratch() const { return m_scratch; }

    /// All that were painted from that moment on.
    [[nodiscard]] QList<Frame> framesSince(qint64 moment) const;
    /// The first frame that was done after that moment.
    [[nodiscard]] Frame waitForFrame(qint64 moment);
    /// Until nothing has been painted for so long.
    void waitForRest(std::chrono::milliseconds quiet);

private:
    [[nodiscard]] QString log() const { return m_scratch.path(QStringLiteral("stderr.log")); }

    const VirtualScreen m_screen;
    const test::Scratch m_scratch;
    const quint16 m_port;
    QProcess m_process;
    double m_startMilliseconds = 0;
};

} // namespace nova::bench
