#include "tests/bench/scenarios/page.h"

#include "tests/bench/cannot_run.h"
#include "tests/bench/running_candidate.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int manyServers = 1000;
constexpr double bestScores = 95;
/// Lighthouse alone takes half a minute for each form.
constexpr std::chrono::minutes patience{5};

} // namespace

QString Page::name() const
{
    return u"page"_s;
}

QList<Figure> Page::figures() const
{
    QList<Figure> figures{
        {.id = u"page.painted"_s,
         .title = u"page: first contentful paint, cold cache"_s,
         .unit = u"ms"_s,
         .target = 300},
        {.id = u"page.drawn"_s, .title = u"  the list is there"_s, .unit = u"ms"_s},
        {.id = u"page.interactive"_s, .title = u"  a switch has answered"_s, .unit = u"ms"_s, .target = 600},
        {.id = u"page.bytes"_s, .title = u"  what came over for it, compressed"_s, .unit = u"kB"_s, .target = 120},
        {.id = u"page.crowd_drawn"_s, .title = u"page: 1,000 servers, longest task of the start"_s, .unit = u"ms"_s},
        {.id = u"page.crowd_rate"_s, .title = u"  events taken while used"_s, .unit = u"/s"_s, .moreIsBetter = true},
        {.id = u"page.crowd_task"_s, .title = u"  longest task meanwhile"_s, .unit = u"ms"_s, .target = 100},
        {.id = u"page.crowd_filter"_s,
         .title = u"  longest task while the filter is typed"_s,
         .unit = u"ms"_s,
         .target = 100}};
    for (const QString &form : {u"phone"_s, u"desktop"_s}) {
        for (const QString &category : {u"performance"_s, u"accessibility"_s, u"best-practices"_s, u"seo"_s})
            figures.append({.id = u"page.lighthouse_%1_%2"_s.arg(form, category),
                            .title = u"Lighthouse, %1: %2"_s.arg(form, category),
                            .unit = u"of 100"_s,
                            .target = bestScores,
                            .moreIsBetter = true});
    }
    return figures;
}

void Page::run(const Candidate &candidate, Report &report) const
{
    {
        const RunningCandidate few(candidate);
        measure(u"load"_s, few, report);
        measure(u"lighthouse"_s, few, report);
    }
    const RunningCandidate many(candidate, catalogText(manyServers));
    measure(u"crowd"_s, many, report);
}

void Page::measure(const QString &part, const RunningCandidate &running, Report &report) const
{
    const QString folder = QStringLiteral(NOVA_BENCH_DIR) + u"/page"_s;
    if (!QFileInfo::exists(folder + u"/node_modules"_s))
        throw CannotRun(u"the packages that it needs are not there (npm ci in tests/bench/page)"_s);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(programOf(Peer::Node), {folder + u"/page.mjs"_s, part, u"--port"_s, QString::number(running.port()),
                                          u"--token="_s + QString::fromLatin1(running.token()), u"--times"_s,
                                          QString::number(m_loads), u"--seconds"_s, QString::number(m_window.count())});
    const bool ended = process.waitForFinished(int(std::chrono::milliseconds(patience).count()));
    if (!ended) {
        process.terminate(); // Takes its browser with it.
        process.waitForFinished(5000);
    }
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw CannotRun(u"page.mjs %1 %2"_s.arg(part, ended ? u"failed"_s : u"did not end"_s));
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QJsonObject value = QJsonDocument::fromJson(line).object();
        if (!value.isEmpty())
            report.add(value[u"id"].toString(), Who::Nova, value[u"value"].toDouble());
    }
}

} // namespace nova::bench
