#include "app/desktop/editing/line_numbers.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>

namespace nova
{

namespace
{

/// Left of the number, as high as the line.
void paintMark(QPainter &painter, const QRectF &line, bool severe, const QColor &color)
{
    const QRectF box(line.left(), line.center().y() - 4, 8, 8);
    painter.setRenderHint(QPainter::Antialiasing);
    if (severe) {
        painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
    } else {
        QPainterPath path(QPointF(box.center().x(), box.top()));
        path.lineTo(box.bottomRight());
        path.lineTo(box.bottomLeft());
        path.closeSubpath();
        painter.fillPath(path, color);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

LineNumbers::LineNumbers(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    connect(this, &LineNumbers::changed, this, [this] { update(); });
}

LineNumbers::~LineNumbers() = default;

void LineNumbers::setDocument(QQuickTextDocument *document)
{
    if (document == m_document)
        return;
    if (text())
        text()->documentLayout()->disconnect(this);
    m_document = document;
    if (text()) {
        // Lines move when one is written, and when the text is wrapped at another width.
        connect(text()->documentLayout(), &QAbstractTextDocumentLayout::update, this, [this] { update(); });
        connect(text()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
                [this] { update(); });
    }
    Q_EMIT changed();
}

void LineNumbers::setContentY(qreal y)
{
    if (qFuzzyCompare(y + 1, m_contentY + 1))
        return;
    m_contentY = y;
    Q_EMIT changed();
}

void LineNumbers::setErrorLines(const QList<int> &lines)
{
    m_errors = QSet<int>(lines.begin(), lines.end());
    Q_EMIT changed();
}

void LineNumbers::setWarningLines(const QList<int> &lines)
{
    m_warnings = QSet<int>(lines.begin(), lines.end());
    Q_EMIT changed();
}

int LineNumbers::blockAt(qreal y) const
{
    const QAbstractTextDocumentLayout &layout = *text()->documentLayout();
    int first = 0, last = text()->blockCount() - 1;
    while (first < last) {
        const int middle = (first + last + 1) / 2;
        if (layout.blockBoundingRect(text()->findBlockByNumber(middle)).top() <= y)
            first = middle;
        else
            last = middle - 1;
    }
    return first;
}

int LineNumbers::lineAt(qreal y) const
{
    return text() ? blockAt(y + m_contentY - m_topPadding) + 1 : 0;
}

void LineNumbers::paint(QPainter *painter)
{
    if (!text())
        return;
    const QAbstractTextDocumentLayout &layout = *text()->documentLayout();
    const qreal shift = m_topPadding - m_contentY;
    QFont strong = m_font;
    strong.setBold(true);
    const qreal lineHeight = QFontMetricsF(m_font).height();
    for (QTextBlock block = text()->findBlockByNumber(blockAt(-shift)); block.isValid(); block = block.next()) {
        const qreal top = layout.blockBoundingRect(block).top() + shift;
        if (top > height())
            break;
        const int line = block.blockNumber() + 1;
        const bool error = m_errors.contains(line);
        const QRectF box(4, top, width() - 12, lineHeight);
        if (error || m_warnings.contains(line))
            paintMark(*painter, box, error, error ? m_errorColor : m_warningColor);
        painter->setFont(line == m_currentLine ? strong : m_font);
        painter->setPen(error ? m_errorColor : line == m_currentLine ? m_currentColor : m_color);
        painter->drawText(box, Qt::AlignRight | Qt::AlignTop, QString::number(line));
    }
}

} // namespace nova
