#include "app/cli/events_command.h"

#include "app/cli/event_line.h"
#include "app/cli/event_stream.h"
#include "app/cli/printing.h"
#include "app/host/headless.h"
#include "app/host/unix_signals.h"

#include <QEventLoop>

#include <cstdio>
#include <limits>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

class Printer
{
public:
    explicit Printer(const CommandLine &command)
        : m_command(command)
        , m_paint(command.color)
    {
    }

    [[nodiscard]] bool wants(const QJsonObject &event) const
    {
        return m_command.types.isEmpty() || m_command.types.contains(event[u"type"].toString());
    }
    void event(const QJsonObject &event) const
    {
        if (!wants(event))
            return;
        if (m_command.json)
            print(event);
        else
            print(eventLine(event, m_paint));
        if (m_command.follow)
            std::fflush(stdout);
    }
    void gap(const QString &why) const
    {
        complain(why);
        if (m_command.json)
            print({{u"gap"_s, why}});
    }

private:
    const CommandLine &m_command;
    const Paint m_paint;
};

void follow(const CommandLine &command, const RunningNova &nova, QEventLoop &loop, EventStream &stream)
{
    UnixSignals signalled;
    QObject::connect(&signalled, &UnixSignals::terminate, &loop, &QEventLoop::quit);
    QObject::connect(&signalled, &UnixSignals::hangUp, &loop, &QEventLoop::quit);
    QTimer readers;
    QObject::connect(&readers, &QTimer::timeout, &loop, [&] {
        std::fflush(stdout);
        if (std::ferror(stdout) != 0 || !hasReader())
            loop.quit();
    });
    readers.start(200);
    if (isTerminal(STDERR_FILENO) && !command.json)
        complain(u"Following %1; Ctrl+C ends it."_s.arg(nova.address().text()));
    stream.follow();
    loop.exec();
}

} // namespace

int runEvents(const CommandLine &command, const Locations &locations)
{
    const auto nova = RunningNova::find(command, locations);
    if (!nova)
        return fail(command, nova.error());
    if (!*nova)
        return fail(command, {ErrorCode::Unavailable,
                              u"No Nova runs on the files in %1, and events are what a running one tells. Start it, or "
                              "name another with --connect."_s.arg(locations.root)});
    const Printer printer(command);
    QEventLoop loop;
    int code = 0;
    EventStream stream(
        **nova,
        {.happened = [&](const QJsonObject &event) { printer.event(event); },
         .gap = [&](const QString &why) { printer.gap(why); },
         .away = [](bool isAway) { complain(isAway ? u"Nova is away; waiting for it."_s : u"Nova is there again."_s); },
         .ended =
             [&](const Error &error) {
                 code = fail(command, error);
                 loop.quit();
             }});
    const bool isFiltered = !command.types.isEmpty();
    const int most = command.last.value_or(command.follow ? 0 : std::numeric_limits<int>::max());
    auto kept = stream.kept(isFiltered && most > 0 ? std::numeric_limits<int>::max() : most);
    if (!kept)
        return fail(command, kept.error());
    if (isFiltered)
        kept->removeIf([&](const QJsonObject &event) { return !printer.wants(event); });
    const QList<QJsonObject> shown = kept->size() > most ? kept->last(most) : *kept;
    for (const QJsonObject &event : shown)
        printer.event(event);
    std::fflush(stdout);
    if (command.follow)
        follow(command, **nova, loop, stream);
    return code;
}

} // namespace nova
