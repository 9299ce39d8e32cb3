#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace nova::bench
{

enum class Who { Nova, Peer };
/// What Nova can be measured beside: a program in the usual style, or the fastest there is at sending to many.
enum class Peer { Node, Bun };

/// A program that is measured. All take the same arguments: --root, --state-dir and --port.
struct Candidate {
    Who who = Who::Nova;
    QString program;
    QStringList arguments; ///< Before those three.
};

[[nodiscard]] QString nameOf(Peer peer);
/// Node or Bun itself; empty where it is missing. It may still not run on this machine.
[[nodiscard]] QString programOf(Peer peer);
/// What it says of its version; empty where it is missing or does not run.
[[nodiscard]] QString versionOf(Peer peer);

/// The nova-settingsd of this build, or another one where a program is given.
[[nodiscard]] Candidate novaCandidate(const QString &program);
/// None, and `why` says why, where the program or its packages are missing or do not run.
[[nodiscard]] std::optional<Candidate> peerCandidate(Peer peer, QString &why);

} // namespace nova::bench
