#pragma once

#include <QPointer>
#include <QQuickTextDocument>
#include <QTextDocument>

namespace nova
{

/// Holds the text of a TextEdit and a text elsewhere equal. The text property of a TextEdit is no good for that: it
/// turns no-break spaces into spaces, and setting it loses the cursor and what can be undone. UI thread.
class EditorText : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY documentChanged)
    /// What the editor is to show. Where it differs from what is shown, only the part that differs is replaced.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int lineCount READ lineCount NOTIFY lineCountChanged)

public:
    explicit EditorText(QObject *parent = nullptr);
    ~EditorText() override;

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int lineCount() const { return m_lineCount; }

    /// What was shown before cannot be gone back to any more.
    Q_INVOKABLE void forgetUndo();
    /// The line of a place in the text, from 1.
    Q_INVOKABLE int lineOf(int position) const;
    /// The place of a line and a column, both from 1; columns count code points. What is not there is the nearest.
    Q_INVOKABLE int positionOf(int line, int column) const;
    /// Blanks up to the next place of a tabulator, for the cursor at `position`.
    Q_INVOKABLE QString blanksAt(int position, int width) const;
    /// The blanks that a line begins with.
    Q_INVOKABLE QString indentationAt(int position) const;

Q_SIGNALS:
    void documentChanged();
    void textChanged();
    void lineCountChanged();
    /// Somebody typed; `text` is what the editor shows now.
    void edited(const QString &text);

private:
    void show();
    void takeEdit();
    void countLines();
    [[nodiscard]] QTextDocument *editor() const { return m_document ? m_document->textDocument() : nullptr; }

    QPointer<QQuickTextDocument> m_document;
    QString m_text;
    int m_lineCount = 1;
    bool m_showing = false; ///< The change is ours.
    bool m_shown = false;   ///< The first text is there: from then on one can go back.
};

} // namespace nova
