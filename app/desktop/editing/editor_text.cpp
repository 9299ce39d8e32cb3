#include "app/desktop/editing/editor_text.h"

#include <QQuickItem>
#include <QTextBlock>
#include <QTextCursor>
#include <algorithm>

namespace nova
{

namespace
{

/// The text as it is in the document; no character of it is changed but the ends of its lines.
QString textOf(const QTextDocument &document)
{
    QString text = document.toRawText();
    for (QChar &character : text) {
        if (character == QChar::ParagraphSeparator)
            character = u'\n';
    }
    return text;
}

} // namespace

EditorText::EditorText(QObject *parent)
    : QObject(parent)
{
}

EditorText::~EditorText() = default;

void EditorText::setDocument(QQuickTextDocument *document)
{
    if (document == m_document)
        return;
    if (editor())
        editor()->disconnect(this);
    m_document = document;
    m_shown = false;
    if (editor()) {
        connect(editor(), &QTextDocument::contentsChanged, this, &EditorText::takeEdit);
        connect(editor(), &QTextDocument::blockCountChanged, this, &EditorText::countLines);
        // A TextEdit makes pictures of all of a text, again at every key, unless it looks at what can be seen. It does
        // so by itself for a long text that its text property was set to.
        if (auto *item = qobject_cast<QQuickItem *>(document->parent()))
            item->setFlag(QQuickItem::ItemObservesViewport);
        show();
    }
    Q_EMIT documentChanged();
}

void EditorText::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    show();
    Q_EMIT textChanged();
}

void EditorText::show()
{
    QTextDocument *document = editor();
    if (!document)
        return;
    const QString shown = textOf(*document);
    if (shown == m_text)
        return;
    m_showing = true;
    const auto shorter = std::min(shown.size(), m_text.size());
    const auto head = std::mismatch(shown.cbegin(), shown.cbegin() + shorter, m_text.cbegin()).first - shown.cbegin();
    qsizetype tail = 0;
    while (tail < shorter - head && shown[shown.size() - 1 - tail] == m_text[m_text.size() - 1 - tail])
        ++tail;
    // What was there before anything was loaded is nothing to go back to.
    const bool first = !std::exchange(m_shown, !m_text.isEmpty());
    if (first)
        document->setUndoRedoEnabled(false);
    QTextCursor cursor(document);
    cursor.setPosition(int(head));
    cursor.setPosition(int(shown.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(m_text.sliced(head, m_text.size() - head - tail));
    if (first)
        document->setUndoRedoEnabled(true);
    m_showing = false;
    countLines();
}

void EditorText::takeEdit()
{
    if (m_showing)
        return;
    const QString shown = textOf(*editor());
    if (shown == m_text)
        return; // Formats alone have changed.
    m_text = shown;
    Q_EMIT textChanged();
    Q_EMIT edited(m_text);
}

void EditorText::countLines()
{
    const int count = editor()->blockCount();
    if (count == m_lineCount)
        return;
    m_lineCount = count;
    Q_EMIT lineCountChanged();
}

void EditorText::forgetUndo()
{
    if (editor())
        editor()->clearUndoRedoStacks();
}

int EditorText::lineOf(int position) const
{
    return editor() ? editor()->findBlock(position).blockNumber() + 1 : 1;
}

int EditorText::positionOf(int line, int column) const
{
    if (!editor())
        return 0;
    const QTextBlock block = editor()->findBlockByNumber(std::clamp(line, 1, editor()->blockCount()) - 1);
    const QString text = block.text();
    int at = 0;
    for (int left = column; left > 1 && at < text.size(); --left)
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    return block.position() + at;
}

QString EditorText::blanksAt(int position, int width) const
{
    const int column = editor() ? position - editor()->findBlock(position).position() : 0;
    return QString(width - column % width, u' ');
}

QString EditorText::indentationAt(int position) const
{
    if (!editor())
        return {};
    const QTextBlock block = editor()->findBlock(position);
    const QString before = block.text().left(position - block.position());
    const auto end = std::find_if_not(before.cbegin(), before.cend(), [](QChar c) { return c == u' ' || c == u'\t'; });
    return before.left(end - before.cbegin());
}

} // namespace nova
