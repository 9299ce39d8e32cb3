#include "app/desktop/viewmodels/file_text.h"

#include "core/documents/line_diff.h"
#include "core/documents/text_position.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

/// How many characters end a line at `at`; 0 where none does. As Qt's text documents see it: they know more line
/// endings than files usually have, and all of them would come back as '\n'.
qsizetype endingAt(const QString &text, qsizetype at)
{
    switch (text[at].unicode()) {
    case u'\r':
        return at + 1 < text.size() && text[at + 1] == u'\n' ? 2 : 1;
    case u'\n':
    case 0x2029: // The paragraph separator.
    case 0xfdd0: // What text documents keep for themselves.
    case 0xfdd1:
        return 1;
    default:
        return 0;
    }
}

} // namespace

FileText::FileText(QByteArray bytes)
    : m_bytes(std::move(bytes))
    , m_mark(m_bytes.startsWith(byteOrderMark))
    , m_utf8(firstInvalidUtf8(m_bytes) < 0)
{
    const QString whole = QString::fromUtf8(QByteArrayView(m_bytes).sliced(m_mark ? byteOrderMark.size() : 0));
    m_text.reserve(whole.size());
    qsizetype line = 0;
    for (qsizetype at = 0; at < whole.size();) {
        const qsizetype length = endingAt(whole, at);
        if (length == 0) {
            ++at;
            continue;
        }
        m_text += QStringView(whole).sliced(line, at - line);
        m_text += u'\n';
        m_endings.append(whole.sliced(at, length).toUtf8());
        at += length;
        line = at;
    }
    m_text += QStringView(whole).sliced(line);
}

QByteArray FileText::bytesOf(const QString &edited) const
{
    if (edited == m_text)
        return m_bytes;
    const QByteArray after = edited.toUtf8();
    QByteArray result = m_mark ? byteOrderMark.toByteArray() : QByteArray();
    result.reserve(m_bytes.size() + after.size());
    QByteArray ending = m_endings.value(0, "\n");
    qsizetype at = 0;
    // Writes the next line; `before` is the line that stood in its place, or -1.
    const auto write = [&](qsizetype before) {
        if (before >= 0 && before < m_endings.size())
            ending = m_endings[before];
        const qsizetype end = after.indexOf('\n', at);
        result += QByteArrayView(after).sliced(at, (end < 0 ? after.size() : end) - at);
        if (end >= 0)
            result += ending;
        at = end < 0 ? after.size() : end + 1;
    };
    qsizetype line = 0;
    const QList<LineChange> changes = changedLines(m_text.toUtf8(), after);
    for (const LineChange &change : changes) {
        while (line < change.before)
            write(line++);
        for (qsizetype added = 0; added < change.added; ++added)
            write(added < change.removed ? change.before + added : -1);
        line = change.before + change.removed;
    }
    while (at < after.size())
        write(line++);
    return result;
}

} // namespace nova
