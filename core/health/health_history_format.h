#pragma once

#include <QByteArray>
#include <QString>

namespace nova
{

/// What the file of the history looks like around what HealthRecorder makes of itself:
///
///     "NOVAHIST"  version (32 bits)  length (64 bits)  SHA-256 of all before and behind it  as many bytes as it says
///
/// Numbers are little-endian. A version is raised when what is in the file means something else.
constexpr quint32 healthFileVersion = 1;
constexpr qsizetype maxHealthFileBytes = qsizetype(64) * 1024 * 1024;

[[nodiscard]] QByteArray wrapHealthFile(QByteArrayView payload, quint32 version = healthFileVersion);

struct HealthFileContent {
    QByteArrayView payload; ///< Into what was given.
    QString problem;        ///< A part of a sentence, if it cannot be used: "it is cut off".
    bool newer = false;     ///< A newer Nova wrote it, and can use it.
};
/// The version of a file that begins so; 0 where it is none of Nova's.
[[nodiscard]] quint32 healthFileVersionOf(QByteArrayView head);
[[nodiscard]] HealthFileContent unwrapHealthFile(QByteArrayView file);

} // namespace nova
