#include "core/restart/newest_output.h"

using namespace std::chrono_literals;

namespace nova
{
namespace
{
constexpr auto between = 250ms;
constexpr qsizetype mostBytes = 4096;
} // namespace

NewestOutput::NewestOutput(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer); // Another kind may come too early.
    connect(&m_pause, &QTimer::timeout, this, &NewestOutput::tellNews);
}

void NewestOutput::append(const QByteArray &bytes)
{
    m_newest.append(bytes.right(mostBytes));
    m_newest = m_newest.right(mostBytes);
    m_hasNews = true;
    if (!m_pause.isActive())
        tell();
}

void NewestOutput::tellNews()
{
    if (m_hasNews)
        tell();
}

void NewestOutput::tell()
{
    m_hasNews = false;
    m_pause.start(between);
    Q_EMIT told(m_newest);
}

} // namespace nova
