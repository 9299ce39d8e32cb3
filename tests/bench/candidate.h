#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace nova::bench
{

enum class Who { Nova, Peer };

/// A program that is measured. Both take the same arguments: --root, --state-dir and --port.
struct Candidate {
    Who who = Who::Nova;
    QString program;
    QStringList arguments; ///< Before those three.
};

/// The nova-settingsd of this build, or another one where a program is given.
[[nodiscard]] Candidate novaCandidate(const QString &program);
/// The Node program; none, and `why` says why, where Node or its packages are missing.
[[nodiscard]] std::optional<Candidate> peerCandidate(QString &why);

} // namespace nova::bench
