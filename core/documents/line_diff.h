#pragma once

#include <QByteArrayView>

namespace nova
{

/// How many lines one text has that the other has not, as `diff` counts them.
struct LineCounts {
    int added = 0;
    int removed = 0;
    bool operator==(const LineCounts &) const = default;
};

/// Myers' O(ND) difference over lines ("An O(ND) Difference Algorithm and Its Variations", 1986), counts only.
/// Texts that differ in more than some thousand lines are counted as replaced where they differ, to bound the time.
[[nodiscard]] LineCounts countChangedLines(QByteArrayView before, QByteArrayView after);

/// Lines as an editor counts them: a final newline does not start another one.
[[nodiscard]] int countLines(QByteArrayView text);

} // namespace nova
