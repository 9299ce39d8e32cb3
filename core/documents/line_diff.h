#pragma once

#include <QByteArrayView>
#include <QList>

namespace nova
{

/// How many lines one text has that the other has not, as `diff` counts them.
struct LineCounts {
    int added = 0;
    int removed = 0;
    bool operator==(const LineCounts &) const = default;
};

/// Lines of one text that stand in the place of lines of the other. Lines count from 0.
struct LineChange {
    qsizetype before = 0;
    qsizetype removed = 0;
    qsizetype after = 0;
    qsizetype added = 0;
    bool operator==(const LineChange &) const = default;
};

/// Where two texts differ, in order: Myers' O(ND) difference over lines ("An O(ND) Difference Algorithm and Its
/// Variations", 1986). Texts that differ in more than a thousand lines count as replaced where they differ, to bound
/// time and memory.
[[nodiscard]] QList<LineChange> changedLines(QByteArrayView before, QByteArrayView after);

[[nodiscard]] LineCounts countChangedLines(QByteArrayView before, QByteArrayView after);

/// The difference as `diff -u` writes it, without the two lines of file names: hunks with three lines around each
/// change, and a note where a last line has no line ending. Empty where the texts are the same.
[[nodiscard]] QByteArray unifiedDiff(QByteArrayView before, QByteArrayView after);

/// Lines as an editor counts them: a final newline does not start another one.
[[nodiscard]] int countLines(QByteArrayView text);

} // namespace nova
