#include "tests/bench/running_desktop.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"
#include "tests/bench/workload.h"
#include "tests/support/free_port.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <thread>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

QProcessEnvironment environmentFor(const VirtualScreen &screen)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, screen.name());
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    // Nobody is asked how he is: other scenarios measure that.
    environment.insert(u"NOVA_HEALTH_INTERVAL_S"_s, u"0"_s);
    // Qt Quick itself says when a frame is done; the program knows nothing of being measured.
    environment.insert(u"QT_LOGGING_RULES"_s, u"qt.scenegraph.time.renderloop.debug=true"_s);
    return environment;
}

} // namespace

RunningDesktop::RunningDesktop(const QString &program, const QByteArray &catalog)
    : m_scratch(test::Scratch::Content::Empty)
    , m_port(test::freePort())
{
    if (!QFileInfo(program).isExecutable())
        throw CannotRun(u"there is no %1 (NOVA_DESKTOP is off in this build)"_s.arg(program));
    test::Scratch::write(m_scratch.catalog(), catalog);
    test::Scratch::write(m_scratch.prompt(), promptText("at the start"));
    m_process.setProgram(program);
    m_process.setArguments({u"--root"_s, m_scratch.path(), u"--state-dir"_s, m_scratch.path(u"state"_s), u"--serve"_s,
                            u"--port"_s, QString::number(m_port), u"--log-level"_s, u"debug"_s, u"--log-format"_s,
                            u"json"_s});
    m_process.setProcessEnvironment(environmentFor(m_screen));
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(log());
    const qint64 begin = QDateTime::currentMSecsSinceEpoch();
    m_process.start();
    m_startMilliseconds = double(waitForFrame(begin).at - begin);
}

RunningDesktop::~RunningDesktop()
{
    m_process.terminate();
    if (m_process.waitForFinished(5000))
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray RunningDesktop::token() const
{
    return test::Scratch::read(m_scratch.path(u"state/token"_s)).trimmed();
}

QList<RunningDesktop::Frame> RunningDesktop::framesSince(qint64 moment) const
{
    static const QRegularExpression duration(u"renderloop in (\\d+)ms"_s);
    QList<Frame> frames;
    const QList<QByteArray> lines = test::Scratch::read(log()).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.contains("renderloop in "))
            continue;
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        const qint64 at = QDateTime::fromString(entry[u"ts"_s].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
        if (at >= moment)
            frames.append({at, duration.match(entry[u"message"_s].toString()).captured(1).toInt()});
    }
    return frames;
}

RunningDesktop::Frame RunningDesktop::waitForFrame(qint64 moment)
{
    const Clock::time_point end = Clock::now() + deadline;
    while (Clock::now() < end) {
        if (const QList<Frame> frames = framesSince(moment); !frames.isEmpty())
            return frames.first();
        if (m_process.waitForFinished(5) || m_process.state() == QProcess::NotRunning)
            break;
    }
    throw CannotRun(u"%1 paints nothing. %2"_s.arg(m_process.program(),
                                                   QString::fromUtf8(test::Scratch::read(log()).right(500).trimmed())));
}

void RunningDesktop::waitForRest(std::chrono::milliseconds quiet)
{
    const Clock::time_point end = Clock::now() + deadline;
    while (!framesSince(QDateTime::currentMSecsSinceEpoch() - quiet.count()).isEmpty()) {
        if (Clock::now() > end)
            throw CannotRun(u"the window never comes to rest"_s);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

} // namespace nova::bench
