#include "core/documents/change_window.h"

namespace nova
{

using std::chrono::milliseconds;

ChangeWindow::ChangeWindow(Timing timing, QObject *parent)
    : QObject(parent)
    , m_timing(timing)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ChangeWindow::close);
}

void ChangeWindow::hint()
{
    m_sinceLast.start();
    if (m_timer.isActive())
        return;
    m_sinceFirst.start();
    m_timer.start(m_timing.length);
}

void ChangeWindow::close()
{
    const milliseconds quietLeft = m_timing.quiet - milliseconds(m_sinceLast.elapsed());
    const milliseconds left = m_timing.longest - milliseconds(m_sinceFirst.elapsed());
    if (quietLeft > milliseconds(0) && left > milliseconds(0)) {
        m_timer.start(std::min(quietLeft, left));
        return;
    }
    Q_EMIT settled();
}

} // namespace nova
