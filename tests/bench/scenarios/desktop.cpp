#include "tests/bench/scenarios/desktop.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/post_storm.h"
#include "tests/bench/process_figures.h"
#include "tests/bench/running_desktop.h"
#include "tests/bench/workload.h"

#include <QDateTime>
#include <QFileInfo>
#include <thread>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

using std::chrono::milliseconds;

constexpr double startTarget = 600;
constexpr double memoryTarget = 150;
constexpr double idleMilliseconds = 10;
constexpr double twoFrames = 2 * 1000.0 / 60;
constexpr double framesTarget = 30;
/// What people begin to notice as a stall.
constexpr double stall = 100;
constexpr int stormRate = 1000;
constexpr int manyServers = 1000;
constexpr int manyEvents = 10'000;
constexpr int toggleCount = 20;
constexpr int steps = 100;
constexpr milliseconds quiet{400};
/// Keys as a keyboard repeats them.
constexpr milliseconds repeat{33};

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// The longest time from one frame to the next.
double longestGap(const QList<RunningDesktop::Frame> &frames)
{
    qint64 longest = 0;
    for (qsizetype i = 1; i < frames.size(); ++i)
        longest = std::max(longest, frames[i].at - frames[i - 1].at);
    return double(longest);
}

double longestFrame(const QList<RunningDesktop::Frame> &frames)
{
    int longest = 0;
    for (const auto &frame : frames)
        longest = std::max(longest, frame.lasted);
    return longest;
}

/// Down by that key, to the end and back: the longest frame.
double scroll(RunningDesktop &desktop, const QString &page, const QString &down)
{
    desktop.screen().press({page});
    desktop.waitForRest(quiet);
    const qint64 begin = now();
    desktop.screen().press(QStringList(steps, down) + QStringList{u"End"_s, u"Home"_s}, repeat);
    desktop.waitForRest(quiet);
    const QList<RunningDesktop::Frame> frames = desktop.framesSince(begin);
    if (frames.size() < steps / 4)
        throw CannotRun(u"the window does not hear the keyboard"_s);
    return longestFrame(frames);
}

} // namespace

QString Desktop::name() const
{
    return u"desktop"_s;
}

QList<Figure> Desktop::figures() const
{
    return {
        {.id = u"desktop.start"_s,
         .title = u"window: start to the first frame"_s,
         .unit = u"ms"_s,
         .target = startTarget},
        {.id = u"desktop.memory"_s, .title = u"window: memory (RSS)"_s, .unit = u"MB"_s, .target = memoryTarget},
        {.id = u"desktop.memory_shared"_s, .title = u"  its share (PSS)"_s, .unit = u"MB"_s},
        {.id = u"desktop.idle"_s,
         .title = u"window: idle CPU in a minute"_s,
         .unit = u"ms"_s,
         .target = idleMilliseconds},
        {.id = u"desktop.toggle"_s,
         .title = u"window: key to the frame with the switch moved"_s,
         .unit = u"ms"_s,
         .shows = Figure::Shows::Percentiles,
         .target = twoFrames},
        {.id = u"desktop.storm_taken"_s,
         .title = u"window, 1,000 events a second: taken"_s,
         .unit = u"/s"_s,
         .moreIsBetter = true},
        {.id = u"desktop.storm_frames"_s,
         .title = u"  frames a second"_s,
         .unit = u"/s"_s,
         .target = framesTarget,
         .moreIsBetter = true},
        {.id = u"desktop.storm_gap"_s, .title = u"  longest time without a frame"_s, .unit = u"ms"_s},
        {.id = u"desktop.storm_memory"_s, .title = u"  memory (RSS) with 10,000 events"_s, .unit = u"MB"_s},
        {.id = u"desktop.scroll_events"_s,
         .title = u"window: longest frame, scrolling 10,000 events"_s,
         .unit = u"ms"_s,
         .target = stall},
        {.id = u"desktop.scroll_servers"_s,
         .title = u"window: longest frame, scrolling 1,000 servers"_s,
         .unit = u"ms"_s,
         .target = stall},
    };
}

void Desktop::run(const Candidate &candidate, Report &report) const
{
    const QString program = QFileInfo(candidate.program).absolutePath() + u"/nova-settings"_s;
    for (int i = 0; i < m_starts; ++i)
        report.add(u"desktop.start"_s, Who::Nova, RunningDesktop(program, catalogText()).startMilliseconds());
    {
        RunningDesktop desktop(program, catalogText());
        atRest(desktop, report);
        toggles(desktop, report);
        storm(desktop, report);
    }
    scrolling(program, report);
}

void Desktop::atRest(RunningDesktop &desktop, Report &report) const
{
    std::this_thread::sleep_for(std::chrono::seconds(2));
    const Memory memory = memoryOf(desktop.processId());
    report.add(u"desktop.memory"_s, Who::Nova, memory.residentMegabytes);
    report.add(u"desktop.memory_shared"_s, Who::Nova, proportionalMegabytes(desktop.processId()));
    const qint64 begin = now();
    const double before = cpuMilliseconds(desktop.processId());
    std::this_thread::sleep_for(m_window);
    const double used = cpuMilliseconds(desktop.processId()) - before;
    report.add(u"desktop.idle"_s, Who::Nova, used * 60'000 / double(now() - begin));
}

void Desktop::toggles(RunningDesktop &desktop, Report &report) const
{
    desktop.screen().press({u"j"_s});
    for (int i = 0; i < toggleCount; ++i) {
        desktop.waitForRest(quiet);
        const qint64 begin = now();
        desktop.screen().press({u"space"_s}); // With the start of xdotool, which is a few milliseconds.
        report.add(u"desktop.toggle"_s, Who::Nova, double(desktop.waitForFrame(begin).at - begin));
    }
}

void Desktop::storm(RunningDesktop &desktop, Report &report) const
{
    desktop.screen().press({u"ctrl+4"_s});
    desktop.waitForRest(quiet);
    const qint64 begin = now();
    report.add(u"desktop.storm_taken"_s, Who::Nova,
               PostStorm(desktop.port(), desktop.token()).blow(stormRate, m_window));
    const double seconds = double(now() - begin) / 1000;
    const QList<RunningDesktop::Frame> frames = desktop.framesSince(begin);
    report.add(u"desktop.storm_frames"_s, Who::Nova, double(frames.size()) / seconds);
    report.add(u"desktop.storm_gap"_s, Who::Nova, longestGap(frames));
    report.add(u"desktop.storm_memory"_s, Who::Nova, memoryOf(desktop.processId()).residentMegabytes);
}

void Desktop::scrolling(const QString &program, Report &report) const
{
    RunningDesktop desktop(program, catalogText(manyServers));
    report.add(u"desktop.scroll_servers"_s, Who::Nova, scroll(desktop, u"ctrl+1"_s, u"j"_s));
    const int rate = 2 * stormRate;
    (void)PostStorm(desktop.port(), desktop.token()).blow(rate, milliseconds(manyEvents * 1000 / rate));
    report.add(u"desktop.scroll_events"_s, Who::Nova, scroll(desktop, u"ctrl+4"_s, u"Next"_s));
}

} // namespace nova::bench
