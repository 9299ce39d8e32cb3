#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace nova
{

/// A part of a line.
struct TextPart {
    int from = 0;
    int length = 0;
    bool operator==(const TextPart &) const = default;
};

/// One line of two texts beside each other.
struct DiffRow {
    enum class Kind {
        Same,
        Changed, ///< Another line stands in the place of the left one.
        Added,   ///< At the right only.
        Removed, ///< At the left only.
        Fold,    ///< Lines that are the same on both sides and are not shown.
    };

    Kind kind = Kind::Same;
    int leftNumber = 0; ///< From 1; 0 where there is none.
    int rightNumber = 0;
    QString left{};
    QString right{};
    TextPart leftPart{}; ///< Of a changed line: what the other side does not have.
    TextPart rightPart{};
    int folded = 0; ///< How many lines a fold stands for.

    bool operator==(const DiffRow &) const = default;
};

/// The rows for what `diff -u` wrote (unifiedDiff()). `linesBefore` is how many lines the left text has, for the fold
/// at the end; -1 where it is not known. Pure.
[[nodiscard]] QList<DiffRow> diffRows(const QByteArray &unified, int linesBefore = -1);

/// A line as rich text in which white space counts, with a part of it marked.
[[nodiscard]] QString markedLine(const QString &line, TextPart part);

} // namespace nova
