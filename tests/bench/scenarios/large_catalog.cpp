#include "tests/bench/scenarios/large_catalog.h"

#include "core/catalog/catalog.h"
#include "core/log/logger.h"
#include "core/service/local_nova.h"
#include "tests/bench/cannot_run.h"
#include "tests/bench/clock.h"
#include "tests/bench/http_wire.h"
#include "tests/bench/running_candidate.h"
#include "tests/bench/workload.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int servers = 500;

double timed(const std::function<void()> &work)
{
    const Clock::time_point begin = Clock::now();
    work();
    return millisecondsBetween(begin, Clock::now());
}

} // namespace

QString LargeCatalog::name() const
{
    return u"large"_s;
}

QList<Figure> LargeCatalog::figures() const
{
    constexpr auto percentiles = Figure::Shows::Percentiles;
    return {{.id = u"large.parse"_s,
             .title = u"500 servers (%1 kB): parse and validate"_s.arg(catalogText(servers).size() / 1000),
             .unit = u"ms"_s,
             .shows = percentiles,
             .target = 50},
            {.id = u"large.toggle"_s,
             .title = u"500 servers: REST toggle to its answer, checked and synced"_s,
             .unit = u"ms"_s,
             .shows = percentiles,
             .target = 60},
            {.id = u"large.held"_s,
             .title = u"500 servers: a toggle holds the window's thread for"_s,
             .unit = u"ms"_s,
             .shows = percentiles,
             .target = 16}};
}

void LargeCatalog::run(const Candidate &candidate, Report &report) const
{
    measureProgram(candidate, report);
    if (candidate.who != Who::Nova)
        return;
    const QByteArray text = catalogText(servers);
    for (int i = 0; i < m_rounds; ++i)
        report.add(u"large.parse"_s, Who::Nova, timed([&] {
                       if (!readCatalog(text)->valid())
                           throw CannotRun(u"the catalog of the bench is not valid"_s);
                   }));
    measureCoreThread(report);
}

void LargeCatalog::measureProgram(const Candidate &candidate, Report &report) const
{
    const RunningCandidate running(candidate, catalogText(servers));
    HttpWire rest(running.port(), running.token());
    for (int i = 0; i < m_rounds; ++i) {
        const QByteArray path = "/api/mcp/" + serverName(i * 7 % servers) + "/toggle";
        report.add(u"large.toggle"_s, candidate.who, timed([&] {
                       rest.send("PUT", path);
                       rest.waitForOk();
                   }));
    }
}

/// In this process, on this thread, as the desktop has it: the longest single turn of the event loop during a toggle.
void LargeCatalog::measureCoreThread(Report &report) const
{
    const test::Scratch scratch(test::Scratch::Content::Empty);
    test::Scratch::write(scratch.catalog(), catalogText(servers));
    Logger logger(LogLevel::Error, LogFormat::Json);
    LocalNova nova({scratch.catalog(), scratch.prompt(), u"nova-bench"_s, u"0"_s, 100, {}}, logger);
    nova.start();
    const auto mailbox = std::make_shared<Mailbox>();
    for (int i = 0; i < m_rounds; ++i) {
        bool done = false;
        const Reply<Toggled> reply(mailbox, [&](const Result<Toggled> &toggled) {
            done = true;
            if (!toggled)
                throw CannotRun(toggled.error().message);
        });
        double longest = timed([&] {
            nova.toggle({QString::fromLatin1(serverName(i * 7 % servers)), {}, {}}, {Origin::Ui, u"bench"_s}, reply);
        });
        while (!done)
            longest = std::max(longest, timed([] { QCoreApplication::processEvents(); }));
        report.add(u"large.held"_s, Who::Nova, longest);
    }
}

} // namespace nova::bench
