#include "app/desktop/pictures/shapes.h"

#include "app/desktop/pictures/pictograms.h"

#include <QPainterPath>

namespace nova
{

namespace
{

/// Shapes are described on a square of 16 by 16.
constexpr double grid = 16.0;

QPen stroke(const QColor &color, double width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

/// Four points and four hollows between them.
QPainterPath diamond()
{
    QPainterPath path(QPointF(8, 1.5));
    path.lineTo(14.5, 8);
    path.lineTo(8, 14.5);
    path.lineTo(1.5, 8);
    path.closeSubpath();
    return path;
}

void paintTriangle(QPainter &painter, const QColor &color)
{
    QPainterPath path;
    path.moveTo(8, 2.5);
    path.lineTo(14.5, 13.5);
    path.lineTo(1.5, 13.5);
    path.closeSubpath();
    painter.setPen(stroke(color, 1));
    painter.fillPath(path, color);
    painter.drawPath(path);
}

void paintHalf(QPainter &painter, const QColor &color)
{
    const QRectF circle(3, 3, 10, 10);
    painter.setPen(stroke(color, 1.6));
    painter.drawEllipse(circle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPie(circle, 90 * 16, 180 * 16);
}

void paintServers(QPainter &painter, const QColor &color)
{
    painter.setPen(stroke(color, 1.4));
    for (const double top : {2.5, 9.0}) {
        painter.drawRoundedRect(QRectF(1.7, top, 12.6, 4.5), 1.5, 1.5);
        painter.drawPoint(QPointF(4.4, top + 2.25));
        painter.drawLine(QPointF(7, top + 2.25), QPointF(11.6, top + 2.25));
    }
}

void paintPrompt(QPainter &painter, const QColor &color)
{
    painter.setPen(stroke(color, 1.4));
    painter.drawRoundedRect(QRectF(2.7, 1.7, 10.6, 12.6), 1.8, 1.8);
    for (const double line : {5.2, 8.0})
        painter.drawLine(QPointF(5.4, line), QPointF(10.6, line));
    painter.drawLine(QPointF(5.4, 10.8), QPointF(8.4, 10.8));
}

/// A pulse.
void paintHealth(QPainter &painter, const QColor &color)
{
    painter.setPen(stroke(color, 1.5));
    painter.drawPolyline(QPolygonF({{1.5, 8.5}, {4.5, 8.5}, {6.5, 3}, {9.5, 13}, {11.5, 8.5}, {14.5, 8.5}}));
}

} // namespace

void paintShape(QPainter &painter, Shape shape, const QRectF &where, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(where.topLeft());
    painter.scale(where.width() / grid, where.height() / grid);
    painter.setBrush(Qt::NoBrush);
    switch (shape) {
    case Shape::Nova:
        painter.fillPath(diamond(), color);
        break;
    case Shape::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QRectF(3, 3, 10, 10));
        break;
    case Shape::Half:
        paintHalf(painter, color);
        break;
    case Shape::Triangle:
        paintTriangle(painter, color);
        break;
    case Shape::Ring:
        painter.setPen(stroke(color, 1.6));
        painter.drawEllipse(QRectF(3, 3, 10, 10));
        break;
    case Shape::Dashes: {
        QPen pen = stroke(color, 1.6);
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({2.0, 1.6});
        painter.setPen(pen);
        painter.drawEllipse(QRectF(3, 3, 10, 10));
        break;
    }
    case Shape::Servers:
        paintServers(painter, color);
        break;
    case Shape::Prompt:
        paintPrompt(painter, color);
        break;
    case Shape::Health:
        paintHealth(painter, color);
        break;
    default:
        painter.setPen(stroke(color, 1.5));
        painter.drawPath(pictogram(shape));
        break;
    }
    painter.restore();
}

} // namespace nova
