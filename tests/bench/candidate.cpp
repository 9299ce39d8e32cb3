#include "tests/bench/candidate.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{
QString inBench(const QString &path)
{
    return QStringLiteral(NOVA_BENCH_DIR) + path;
}
} // namespace

QString nameOf(Peer peer)
{
    return peer == Peer::Node ? u"Node"_s : u"Bun"_s;
}

QString programOf(Peer peer)
{
    if (peer == Peer::Node)
        return QStandardPaths::findExecutable(u"node"_s);
    // npm installs the one package of Bun's that is for this processor and C library.
    const QDir packages(inBench(u"/node_modules/@oven"_s));
    const QStringList names = packages.entryList({u"bun-linux-*"_s}, QDir::Dirs);
    return names.isEmpty() ? QString() : packages.filePath(names.first() + u"/bin/bun"_s);
}

QString versionOf(Peer peer)
{
    QProcess process;
    process.start(programOf(peer), {u"--version"_s});
    const bool ran = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit;
    return ran && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput().trimmed()) : QString();
}

Candidate novaCandidate(const QString &program)
{
    return {Who::Nova, program.isEmpty() ? QStringLiteral(NOVA_PROGRAM) : program, {}};
}

std::optional<Candidate> peerCandidate(Peer peer, QString &why)
{
    const QString program = programOf(peer);
    if (program.isEmpty()) {
        why =
            peer == Peer::Node ? u"node is not installed"_s : u"the package bun is not there (npm ci in tests/bench)"_s;
        return std::nullopt;
    }
    if (versionOf(peer).isEmpty()) {
        why = u"%1 does not run on this machine"_s.arg(program);
        return std::nullopt;
    }
    if (peer == Peer::Bun)
        return Candidate{Who::Peer, program, {u"--no-install"_s, inBench(u"/peer/bun_hub.mjs"_s)}};
    if (!QFile::exists(inBench(u"/node_modules/ws/package.json"_s))) {
        why = u"the package ws is not there (npm ci in tests/bench)"_s;
        return std::nullopt;
    }
    return Candidate{Who::Peer, program, {inBench(u"/peer/peer.mjs"_s)}};
}

} // namespace nova::bench
