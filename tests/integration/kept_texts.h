#pragma once

#include <QByteArray>
#include <QStringList>

namespace nova::test
{

/// An earlier text as it lies in configs/backups or prompts/versions, read without any of the program's own code.
struct KeptText {
    QString id;
    QByteArray text;

    /// Whether the text is the one that the id was made for: its last 12 digits begin the SHA-256.
    [[nodiscard]] bool isWhole() const;
};

/// The ids in such a folder, oldest first.
[[nodiscard]] QStringList keptIds(const QString &folder);
[[nodiscard]] KeptText keptText(const QString &folder, const QString &id);
/// Whether one of the texts in the folder is that.
[[nodiscard]] bool isKept(const QString &folder, const QByteArray &text);

/// The temporary files of saves anywhere below `folder`.
[[nodiscard]] QStringList temporariesBelow(const QString &folder);

} // namespace nova::test
