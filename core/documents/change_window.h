#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>

namespace nova
{

/// Turns a burst of hints into one `settled`.
///
/// The window opens with the first hint and lasts `length`; while hints keep coming less than `quiet` apart it is
/// extended, to `longest` after the first one at most. So one save is seen soon, and a burst once.
class ChangeWindow : public QObject
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds length{400};
        std::chrono::milliseconds quiet{150};
        std::chrono::milliseconds longest{2000};
    };

    explicit ChangeWindow(Timing timing, QObject *parent = nullptr);

    void hint();
    /// For windows that open from now on.
    void setTiming(Timing timing) { m_timing = timing; }

Q_SIGNALS:
    void settled();

private:
    void close();

    Timing m_timing;
    QTimer m_timer;
    QElapsedTimer m_sinceFirst;
    QElapsedTimer m_sinceLast;
};

} // namespace nova
