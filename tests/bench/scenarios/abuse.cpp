#include "tests/bench/scenarios/abuse.h"

#include "tests/bench/abusers.h"
#include "tests/bench/background.h"
#include "tests/bench/clock.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/running_candidate.h"

#include <array>
#include <thread>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

struct Case {
    QString id;
    QString title;
    void (*abuser)(const Target &, const std::stop_token &); ///< None: how it is without.
};

const std::array<Case, 5> &cases()
{
    static const std::array<Case, 5> all{
        Case{u"abuse.nobody"_s, u"a polite GET /api/mcp, nobody misbehaves"_s, nullptr},
        Case{u"abuse.slow"_s, u"  while 200 connections drip bytes"_s, dripBytes},
        Case{u"abuse.pings"_s, u"  while one client floods with pings"_s, floodWithPings},
        Case{u"abuse.deaf"_s, u"  while one client never reads its events"_s, neverRead},
        Case{u"abuse.connects"_s, u"  while 1,000 a second connect and go"_s, connectOverAndOver}};
    return all;
}

/// Between two requests.
constexpr std::chrono::milliseconds pause{3};
/// The abuser has begun by then.
constexpr std::chrono::milliseconds warmingUp{300};

} // namespace

QString Abuse::name() const
{
    return u"abuse"_s;
}

QList<Figure> Abuse::figures() const
{
    QList<Figure> figures;
    for (const Case &one : cases())
        figures.append(
            {.id = one.id, .title = one.title, .unit = u"ms"_s, .shows = Figure::Shows::Percentiles, .target = 20});
    return figures;
}

void Abuse::run(const Candidate &candidate, Report &report) const
{
    for (const Case &one : cases()) {
        const RunningCandidate running(candidate);
        HttpWire polite(running.port(), running.token());
        Background abuse([&](const std::stop_token &stop) {
            if (one.abuser)
                one.abuser({running.port(), running.token()}, stop);
        });
        const Clock::time_point begin = Clock::now() + warmingUp;
        while (Clock::now() < begin + m_window) {
            std::this_thread::sleep_for(pause);
            const Clock::time_point asked = Clock::now();
            polite.send("GET", "/api/mcp");
            polite.waitForOk();
            if (asked >= begin)
                report.add(one.id, candidate.who, millisecondsBetween(asked, Clock::now()));
        }
        abuse.finish();
    }
}

} // namespace nova::bench
