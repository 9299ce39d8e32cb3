#include "tests/bench/virtual_screen.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"

using namespace Qt::StringLiterals;

namespace nova::bench
{

VirtualScreen::VirtualScreen()
{
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(u"Xvfb"_s,
                    {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1400x900x24"_s, u"-nolisten"_s, u"tcp"_s});
    const Clock::time_point end = Clock::now() + deadline;
    QByteArray number;
    while (!number.endsWith('\n')) {
        if (!m_process.waitForReadyRead(pollTimeout(end)))
            throw CannotRun(u"there is no display in memory: Xvfb: %1"_s.arg(m_process.errorString()));
        number += m_process.readAllStandardOutput();
    }
    m_name = QString(u':' + QString::fromLatin1(number.trimmed()));
}

VirtualScreen::~VirtualScreen()
{
    m_process.terminate();
    if (m_process.waitForFinished(5000))
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void VirtualScreen::press(const QStringList &keys, std::chrono::milliseconds interval) const
{
    QProcess keyboard;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_name);
    keyboard.setProcessEnvironment(environment);
    keyboard.start(u"xdotool"_s, QStringList{u"key"_s, u"--delay"_s, QString::number(interval.count())} + keys);
    if (!keyboard.waitForFinished(60'000) || keyboard.exitCode() != 0)
        throw CannotRun(u"xdotool cannot press keys: %1"_s.arg(keyboard.errorString()));
}

} // namespace nova::bench
