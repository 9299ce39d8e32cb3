#include "core/documents/line_diff.h"

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

/// The furthest x on each diagonal k = x - y after each number of edits: what Myers calls V, kept for the way back.
class Trace
{
public:
    /// How far one got with `edits` edits on diagonal `k`; -edits <= k <= edits.
    [[nodiscard]] int &at(int edits, int k) { return m_rows[size_t(edits)][size_t(k + edits)]; }
    void addRow(int edits) { m_rows.emplace_back(size_t(2 * edits + 1), -1); }
    /// Whether the step onto diagonal `k` with the `edits`-th edit is an insertion (from k + 1), not a removal.
    [[nodiscard]] bool isInsertion(int edits, int k)
    {
        return k == -edits || (k != edits && at(edits - 1, k - 1) < at(edits - 1, k + 1));
    }

private:
    std::vector<std::vector<int>> m_rows;
};

/// The length of the shortest edit script, or -1 if it is longer than `limit`.
int findScript(const Lines &before, const Lines &after, int limit, Trace &trace)
{
    const int n = int(before.size()), m = int(after.size());
    for (int d = 0; d <= limit; ++d) {
        trace.addRow(d);
        for (int k = -d; k <= d; k += 2) {
            int x = 0;
            if (d > 0)
                x = trace.isInsertion(d, k) ? trace.at(d - 1, k + 1) : trace.at(d - 1, k - 1) + 1;
            while (x < n && x - k < m && x - k >= 0 && before[x] == after[x - k])
                ++x;
            trace.at(d, k) = x;
            if (x >= n && x - k >= m)
                return d;
        }
    }
    return -1;
}

/// The script from its end to its beginning, as changes in order; neighbouring edits are one change.
QList<LineChange> walkBack(Trace &trace, int edits, qsizetype n, qsizetype m)
{
    QList<LineChange> changes;
    int k = int(n - m);
    for (int d = edits; d > 0; --d) {
        const bool insertion = trace.isInsertion(d, k);
        const int from = insertion ? k + 1 : k - 1;
        const int edge = trace.at(d - 1, from); // Where the edit begins; from its end to x the lines are the same.
        const LineChange edit{edge, insertion ? 0 : 1, edge - from, insertion ? 1 : 0};
        const bool touches = !changes.isEmpty() && edit.before + edit.removed == changes.first().before &&
                             edit.after + edit.added == changes.first().after;
        if (touches)
            changes.first() = {edit.before, edit.removed + changes.first().removed, edit.after,
                               edit.added + changes.first().added};
        else
            changes.prepend(edit);
        k = from;
    }
    return changes;
}

QByteArray hunkRange(qsizetype first, qsizetype count)
{
    // `diff -u` leaves a count of one out, and an empty range names the line before it.
    const QByteArray start = QByteArray::number(count == 0 ? first : first + 1);
    return count == 1 ? start : start + ',' + QByteArray::number(count);
}

void appendLine(QByteArray &diff, char mark, QByteArrayView line)
{
    diff.append(mark).append(line);
    if (!line.endsWith('\n'))
        diff.append("\n\\ No newline at end of file\n");
}

} // namespace

QList<LineChange> changedLines(QByteArrayView before, QByteArrayView after)
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
    if (a.isEmpty() && b.isEmpty())
        return {};

    constexpr qsizetype longest = 1000; // Its square bounds time and memory: some milliseconds, 4 MB.
    Trace trace;
    const int edits =
        a.isEmpty() || b.isEmpty() ? -1 : findScript(a, b, int(std::min(a.size() + b.size(), longest)), trace);
    if (edits < 0)
        return {{same, a.size(), same, b.size()}};
    QList<LineChange> changes = walkBack(trace, edits, a.size(), b.size());
    for (LineChange &change : changes) {
        change.before += same;
        change.after += same;
    }
    return changes;
}

LineCounts countChangedLines(QByteArrayView before, QByteArrayView after)
{
    LineCounts counts;
    const QList<LineChange> changes = changedLines(before, after);
    for (const LineChange &change : changes) {
        counts.added += int(change.added);
        counts.removed += int(change.removed);
    }
    return counts;
}

QByteArray unifiedDiff(QByteArrayView before, QByteArrayView after)
{
    constexpr qsizetype around = 3;
    const Lines a = splitLines(before), b = splitLines(after);
    const QList<LineChange> changes = changedLines(before, after);
    QByteArray diff;
    for (qsizetype first = 0, next = 0; first < changes.size(); first = next) {
        // Changes whose surroundings meet share a hunk.
        next = first + 1;
        while (next < changes.size() &&
               changes[next].before - changes[next - 1].before - changes[next - 1].removed <= 2 * around)
            ++next;
        const LineChange &last = changes[next - 1];
        const qsizetype lead = std::min(around, changes[first].before);
        const qsizetype beginA = changes[first].before - lead, beginB = changes[first].after - lead;
        const qsizetype endA = std::min(last.before + last.removed + around, a.size());
        const qsizetype endB = std::min(last.after + last.added + around, b.size());
        diff += "@@ -" + hunkRange(beginA, endA - beginA) + " +" + hunkRange(beginB, endB - beginB) + " @@\n";
        qsizetype line = beginA;
        for (qsizetype c = first; c < next; ++c) {
            const LineChange &change = changes[c];
            for (; line < change.before; ++line)
                appendLine(diff, ' ', a[line]);
            for (; line < change.before + change.removed; ++line)
                appendLine(diff, '-', a[line]);
            for (qsizetype i = change.after; i < change.after + change.added; ++i)
                appendLine(diff, '+', b[i]);
        }
        for (; line < endA; ++line)
            appendLine(diff, ' ', a[line]);
    }
    return diff;
}

int countLines(QByteArrayView text)
{
    const auto newlines = int(std::count(text.begin(), text.end(), '\n'));
    return text.isEmpty() || text.back() == '\n' ? newlines : newlines + 1;
}

} // namespace nova
