#include "app/desktop/viewmodels/diff_rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// Reads the lines of a unified diff into rows.
class DiffReader
{
public:
    QList<DiffRow> read(const QByteArray &unified, int linesBefore)
    {
        const QList<QByteArray> lines = unified.split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("@@ "))
                beginHunk(line);
            else if (line.startsWith('-'))
                m_removed.append(QString::fromUtf8(line.sliced(1)));
            else if (line.startsWith('+'))
                m_added.append(QString::fromUtf8(line.sliced(1)));
            else if (line.startsWith('\\'))
                noteMissingEnding();
            else if (line.startsWith(' '))
                same(QString::fromUtf8(line.sliced(1)));
        }
        flush();
        if (!unified.isEmpty() && linesBefore >= m_left)
            fold(linesBefore - m_left + 1);
        return m_rows;
    }

private:
    static QString withoutReturn(const QString &line) { return line.endsWith(u'\r') ? line.chopped(1) : line; }

    void beginHunk(const QByteArray &line)
    {
        flush();
        // "@@ -12,3 +14 @@": an empty range names the line before it.
        const QList<QByteArray> parts = line.split(' ');
        const QList<QByteArray> range = parts.value(1).mid(1).split(',');
        const int first = range.value(0).toInt() + (range.value(1) == "0" ? 1 : 0);
        fold(first - m_left);
    }

    void fold(int lines)
    {
        if (lines <= 0)
            return;
        DiffRow row;
        row.kind = DiffRow::Kind::Fold;
        row.folded = lines;
        m_rows.append(row);
        m_left += lines;
        m_right += lines;
    }

    void same(const QString &line)
    {
        flush();
        m_rows.append({DiffRow::Kind::Same, m_left++, m_right++, withoutReturn(line), withoutReturn(line)});
    }

    void noteMissingEnding()
    {
        QStringList &newest = m_added.isEmpty() ? m_removed : m_added;
        if (!newest.isEmpty())
            newest.last() += u" \u2298"_s; // Something to see: the text alone may be the same.
    }

    /// What was removed stands beside what was added in its place.
    void flush()
    {
        const qsizetype rows = std::max(m_removed.size(), m_added.size());
        for (qsizetype i = 0; i < rows; ++i) {
            if (i >= m_added.size())
                m_rows.append({DiffRow::Kind::Removed, m_left++, 0, withoutReturn(m_removed[i]), {}});
            else if (i >= m_removed.size())
                m_rows.append({DiffRow::Kind::Added, 0, m_right++, {}, withoutReturn(m_added[i])});
            else
                m_rows.append(changed(m_removed[i], m_added[i]));
        }
        m_removed.clear();
        m_added.clear();
    }

    DiffRow changed(QString left, QString right)
    {
        if (left.endsWith(u'\r') && right.endsWith(u'\r')) {
            left.chop(1);
            right.chop(1);
        }
        // One that alone ends with a carriage return differs in nothing else that can be seen.
        left.replace(u'\r', u'\u240d');
        right.replace(u'\r', u'\u240d');
        const auto shorter = std::min(left.size(), right.size());
        qsizetype head = std::mismatch(left.cbegin(), left.cbegin() + shorter, right.cbegin()).first - left.cbegin();
        if (head > 0 && left[head - 1].isHighSurrogate())
            --head; // A character is changed as a whole.
        qsizetype tail = 0;
        while (tail < shorter - head && left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
            ++tail;
        if (tail > 0 && left[left.size() - tail].isLowSurrogate())
            --tail;
        const TextPart leftPart{int(head), int(left.size() - head - tail)};
        const TextPart rightPart{int(head), int(right.size() - head - tail)};
        return {DiffRow::Kind::Changed, m_left++, m_right++, left, right, leftPart, rightPart};
    }

    QList<DiffRow> m_rows;
    QStringList m_removed;
    QStringList m_added;
    int m_left = 1; ///< The next line.
    int m_right = 1;
};

/// Rich text joins white space; that of a text counts.
QString escaped(QStringView part)
{
    QString result = part.toString().toHtmlEscaped();
    result.replace(u'\t', u"    "_s);
    result.replace(u"  "_s, u"&nbsp; "_s);
    if (result.startsWith(u' '))
        result.replace(0, 1, u"&nbsp;"_s);
    if (result.endsWith(u' '))
        result.replace(result.size() - 1, 1, u"&nbsp;"_s);
    return result;
}

} // namespace

QList<DiffRow> diffRows(const QByteArray &unified, int linesBefore)
{
    return DiffReader().read(unified, linesBefore);
}

QString markedLine(const QString &line, TextPart part)
{
    const QStringView whole(line);
    if (part.length <= 0)
        return escaped(whole);
    return QString(escaped(whole.first(part.from)) + u"<b><u>" + escaped(whole.sliced(part.from, part.length)) +
                   u"</u></b>" + escaped(whole.sliced(part.from + part.length)));
}

} // namespace nova
