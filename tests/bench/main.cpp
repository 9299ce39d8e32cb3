#include "tests/bench/bench_run.h"
#include "tests/bench/machine.h"
#include "tests/bench/report_table.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace nova::bench;

namespace
{

struct CommandLine {
    BenchRun::Options run;
    QString program;
    bool json = false;
    bool alone = false;
};

CommandLine readCommandLine(const QCoreApplication &application)
{
    const QCommandLineOption json(u"json"_s, u"Print JSON."_s);
    const QCommandLineOption quick(u"quick"_s, u"One short round: a first impression in two minutes."_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often each scenario is gone through (3)."_s, u"number"_s,
                                    u"3"_s);
    const QCommandLineOption only(
        u"only"_s,
        u"One scenario: start, idle, save, toggle, large, redis, list, fanout, connect, health, soak, desktop, page or abuse."_s,
        u"scenario"_s);
    const QCommandLineOption alone(u"alone"_s, u"Nova without the peers."_s);
    const QCommandLineOption program(u"program"_s, u"Another nova-settingsd than the one of this build."_s, u"file"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures nova-settingsd beside a small Node program that does the same job, and a hub of WebSockets on Bun."_s);
    parser.addHelpOption();
    parser.addOptions({json, quick, rounds, only, alone, program});
    parser.process(application);

    CommandLine command;
    command.run.quick = parser.isSet(quick);
    command.run.rounds = command.run.quick && !parser.isSet(rounds) ? 1 : parser.value(rounds).toInt();
    command.run.only = parser.value(only);
    command.program = parser.value(program);
    command.json = parser.isSet(json);
    command.alone = parser.isSet(alone);
    return command;
}

QMap<Peer, Candidate> findPeers()
{
    QMap<Peer, Candidate> peers;
    for (const Peer peer : {Peer::Node, Peer::Bun}) {
        QString why;
        if (const auto candidate = peerCandidate(peer, why))
            peers.insert(peer, *candidate);
        else
            std::fprintf(stderr, "Without %s: %s.\n", qUtf8Printable(nameOf(peer)), qUtf8Printable(why));
    }
    return peers;
}

int usage(const QString &message)
{
    std::fprintf(stderr, "nova-bench: %s Try --help.\n", qUtf8Printable(message));
    return 2;
}

} // namespace

/// Exit codes: 0 measured (whatever the figures are), 1 something could not be measured, 2 usage.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const CommandLine command = readCommandLine(application);
    const BenchRun bench(command.run);
    if (command.run.rounds < 1)
        return usage(u"--rounds has to be a number from 1."_s);
    if (!command.run.only.isEmpty() && !bench.names().contains(command.run.only))
        return usage(u"There is no scenario «%1»."_s.arg(command.run.only));

    const Machine machine = thisMachine();
    const QMap<Peer, Candidate> peers = command.alone ? QMap<Peer, Candidate>() : findPeers();

    Report report;
    const bool complete = bench.run(novaCandidate(command.program), peers, report);
    const QList<Row> rows = report.rows();
    if (command.json) {
        const QJsonObject result{{u"machine"_s, toJson(machine)},
                                 {u"rounds"_s, command.run.rounds},
                                 {u"complete"_s, complete},
                                 {u"figures"_s, toJson(rows)}};
        std::printf("%s", QJsonDocument(result).toJson().constData());
    } else if (!rows.isEmpty()) {
        std::printf("\n%s\n%s", qUtf8Printable(toText(machine)), qUtf8Printable(toTable(rows)));
    }
    return complete ? 0 : 1;
}
