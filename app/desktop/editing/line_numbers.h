#pragma once

#include <QFont>
#include <QPointer>
#include <QQuickPaintedItem>
#include <QQuickTextDocument>
#include <QSet>

namespace nova
{

/// The numbers of the lines beside a TextEdit, with a mark at those that something is wrong with: a cross for an error,
/// a triangle for a warning. Paints only what can be seen, however long the text is.
class LineNumbers : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY changed)
    /// How far the text is scrolled.
    Q_PROPERTY(qreal contentY READ contentY WRITE setContentY NOTIFY changed)
    Q_PROPERTY(qreal topPadding MEMBER m_topPadding NOTIFY changed)
    Q_PROPERTY(int currentLine MEMBER m_currentLine NOTIFY changed)
    Q_PROPERTY(QList<int> errorLines READ errorLines WRITE setErrorLines NOTIFY changed)
    Q_PROPERTY(QList<int> warningLines READ warningLines WRITE setWarningLines NOTIFY changed)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY changed)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed)
    Q_PROPERTY(QColor currentColor MEMBER m_currentColor NOTIFY changed)
    Q_PROPERTY(QColor errorColor MEMBER m_errorColor NOTIFY changed)
    Q_PROPERTY(QColor warningColor MEMBER m_warningColor NOTIFY changed)

public:
    explicit LineNumbers(QQuickItem *parent = nullptr);
    ~LineNumbers() override;

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] qreal contentY() const { return m_contentY; }
    void setContentY(qreal y);
    [[nodiscard]] QList<int> errorLines() const { return m_errors.values(); }
    void setErrorLines(const QList<int> &lines);
    [[nodiscard]] QList<int> warningLines() const { return m_warnings.values(); }
    void setWarningLines(const QList<int> &lines);

    /// The line at a height of this item, from 1; 0 where there is none.
    Q_INVOKABLE int lineAt(qreal y) const;

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QTextDocument *text() const { return m_document ? m_document->textDocument() : nullptr; }
    /// The number of the block at a height of the text, from 0.
    [[nodiscard]] int blockAt(qreal y) const;

    QPointer<QQuickTextDocument> m_document;
    qreal m_contentY = 0;
    qreal m_topPadding = 0;
    int m_currentLine = 0;
    QSet<int> m_errors;
    QSet<int> m_warnings;
    QFont m_font;
    QColor m_color;
    QColor m_currentColor;
    QColor m_errorColor;
    QColor m_warningColor;
};

} // namespace nova
