#include "core/documents/line_diff.h"

#include <QList>

#include <vector>

namespace nova
{

namespace
{

using Lines = QList<QByteArrayView>;

Lines splitLines(QByteArrayView text)
{
    Lines lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const qsizetype length = end < 0 ? text.size() : end + 1;
        lines.append(text.first(length));
        text = text.sliced(length);
    }
    return lines;
}

/// The length of the shortest edit script, or -1 if it is longer than `limit`.
int editDistance(const Lines &before, const Lines &after, int limit)
{
    const int n = int(before.size()), m = int(after.size());
    std::vector<int> furthest(size_t(2 * limit + 3), 0); // By diagonal, k + limit + 1.
    const auto at = [&](int k) -> int & { return furthest[size_t(k + limit + 1)]; };
    for (int d = 0; d <= limit; ++d) {
        for (int k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            int x = down ? at(k + 1) : at(k - 1) + 1;
            while (x < n && x - k < m && x - k >= 0 && before[x] == after[x - k])
                ++x;
            at(k) = x;
            if (x >= n && x - k >= m)
                return d;
        }
    }
    return -1;
}

} // namespace

LineCounts countChangedLines(QByteArrayView before, QByteArrayView after)
{
    Lines a = splitLines(before), b = splitLines(after);
    while (!a.isEmpty() && !b.isEmpty() && a.last() == b.last()) {
        a.removeLast();
        b.removeLast();
    }
    qsizetype same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same])
        ++same;
    a.remove(0, same);
    b.remove(0, same);

    const int n = int(a.size()), m = int(b.size());
    constexpr int longest = 2000; // 2,000 differing lines take some milliseconds; the square of it is the bound.
    const int distance = n == 0 || m == 0 ? n + m : editDistance(a, b, std::min(n + m, longest));
    if (distance < 0)
        return {m, n};
    // distance = added + removed, and m - n = added - removed.
    return {(distance + m - n) / 2, (distance - m + n) / 2};
}

int countLines(QByteArrayView text)
{
    const auto newlines = int(std::count(text.begin(), text.end(), '\n'));
    return text.isEmpty() || text.back() == '\n' ? newlines : newlines + 1;
}

} // namespace nova
