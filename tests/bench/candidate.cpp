#include "tests/bench/candidate.h"

#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nova::bench
{

Candidate novaCandidate(const QString &program)
{
    return {Who::Nova, program.isEmpty() ? QStringLiteral(NOVA_PROGRAM) : program, {}};
}

std::optional<Candidate> peerCandidate(QString &why)
{
    const QString folder = QStringLiteral(NOVA_BENCH_DIR);
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty()) {
        why = u"node is not installed"_s;
        return std::nullopt;
    }
    if (!QFile::exists(folder + u"/node_modules/ws/package.json"_s)) {
        why = u"the package ws is not there (npm ci in tests/bench)"_s;
        return std::nullopt;
    }
    return Candidate{Who::Peer, node, {folder + u"/peer/peer.mjs"_s}};
}

} // namespace nova::bench
