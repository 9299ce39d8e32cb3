#pragma once

#include "core/transfer/foreign_config.h"

#include <QProcessEnvironment>

namespace nova
{

/// A file in which a program keeps its servers.
struct UsualPlace {
    ForeignForm form = ForeignForm::ClaudeDesktop;
    QString title; ///< "VS Code (settings)"
    QString path;
};

/// The files of this user, whether they exist or not. `home` and the environment come from outside. Pure.
[[nodiscard]] QList<UsualPlace> usualPlaces(const QString &home, const QProcessEnvironment &environment);

/// A place at which there is something.
struct FoundPlace {
    UsualPlace place;
    int servers = 0;
    int addresses = 0; ///< Of them those that could be in the catalog.
    QString problem;   ///< Why it cannot be read; empty otherwise.
};

/// Reads the files of other programs: what exists and has servers, or cannot be read. Blocks on the disk.
[[nodiscard]] QList<FoundPlace> findPlaces(const QList<UsualPlace> &places);

/// A file of another program, up to the size that its kind may have. Blocks on the disk.
[[nodiscard]] Result<QByteArray> readForeignFile(const QString &path);

/// The limit on the size of that file.
[[nodiscard]] qsizetype maxBytesOf(const QString &path);

} // namespace nova
