#include "app/desktop/pictures/pictograms.h"

#include <initializer_list>

namespace nova
{

namespace
{

using Line = std::initializer_list<QPointF>;

QPainterPath linesOf(std::initializer_list<Line> lines)
{
    QPainterPath path;
    for (const Line &line : lines) {
        const QPointF *first = line.begin();
        path.moveTo(*first);
        for (const QPointF *next = first + 1; next != line.end(); ++next)
            path.lineTo(*next);
    }
    return path;
}

/// Points, each as wide as the pen.
QPainterPath dots(std::initializer_list<QPointF> places)
{
    QPainterPath path;
    for (const QPointF &place : places)
        path.addEllipse(place, 0.5, 0.5);
    return path;
}

/// A list with a mark in front of each line.
QPainterPath events()
{
    QPainterPath path = linesOf({{{6, 3.5}, {14, 3.5}}, {{6, 8}, {14, 8}}, {{6, 12.5}, {11, 12.5}}});
    path.addPath(dots({{2.5, 3.5}, {2.5, 8}, {2.5, 12.5}}));
    return path;
}

/// Slides, each pushed to its place.
QPainterPath settings()
{
    QPainterPath path = linesOf(
        {{{1.5, 4.5}, {8, 4.5}}, {{12, 4.5}, {14.5, 4.5}}, {{1.5, 11.5}, {4, 11.5}}, {{8, 11.5}, {14.5, 11.5}}});
    path.addEllipse(QPointF(10, 4.5), 2, 2);
    path.addEllipse(QPointF(6, 11.5), 2, 2);
    return path;
}

QPainterPath copy()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(5.5, 5.5, 8.5, 8.5), 1.5, 1.5);
    path.addPath(linesOf({{{3.5, 10.5}, {2, 10.5}, {2, 2}, {10.5, 2}, {10.5, 3.5}}}));
    return path;
}

/// An arrow that turns back.
QPainterPath undo()
{
    QPainterPath path = linesOf({{{5, 2.5}, {2, 5.5}, {5, 8.5}}, {{2, 5.5}, {9.5, 5.5}}});
    path.cubicTo(QPointF(12.5, 5.5), QPointF(14, 7.4), QPointF(14, 9.5));
    path.cubicTo(QPointF(14, 11.6), QPointF(12.5, 13.5), QPointF(9.5, 13.5));
    path.lineTo(6, 13.5);
    return path;
}

QPainterPath bell()
{
    QPainterPath path(QPointF(2.5, 12));
    path.lineTo(13.5, 12);
    path.cubicTo(QPointF(12, 10.5), QPointF(12, 9), QPointF(12, 7));
    path.cubicTo(QPointF(12, 1), QPointF(4, 1), QPointF(4, 7));
    path.cubicTo(QPointF(4, 9), QPointF(4, 10.5), QPointF(2.5, 12));
    path.addPath(linesOf({{{6.8, 14.4}, {9.2, 14.4}}}));
    return path;
}

/// Two machines and the line between them.
QPainterPath remote()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(1.5, 2.5, 6, 5), 1.2, 1.2);
    path.addRoundedRect(QRectF(8.5, 8.5, 6, 5), 1.2, 1.2);
    path.addPath(linesOf({{{4.5, 7.5}, {4.5, 11}, {8.5, 11}}}));
    return path;
}

} // namespace

QPainterPath pictogram(Shape shape)
{
    switch (shape) {
    case Shape::Events:
        return events();
    case Shape::Configuration:
        return linesOf({{{5, 4}, {1.5, 8}, {5, 12}}, {{11, 4}, {14.5, 8}, {11, 12}}, {{9.3, 2.5}, {6.7, 13.5}}});
    case Shape::Settings:
        return settings();
    case Shape::Search: {
        QPainterPath path = linesOf({{{9.5, 9.5}, {13.5, 13.5}}});
        path.addEllipse(QRectF(2.5, 2.5, 8, 8));
        return path;
    }
    case Shape::Cross:
        return linesOf({{{4, 4}, {12, 12}}, {{12, 4}, {4, 12}}});
    case Shape::Plus:
        return linesOf({{{8, 3}, {8, 13}}, {{3, 8}, {13, 8}}});
    case Shape::Check:
        return linesOf({{{3, 8.5}, {6.5, 12}, {13, 4.5}}});
    case Shape::More:
        return dots({{3, 8}, {8, 8}, {13, 8}});
    case Shape::Grip:
        return dots({{6, 3.5}, {6, 8}, {6, 12.5}, {10, 3.5}, {10, 8}, {10, 12.5}});
    case Shape::ChevronDown:
        return linesOf({{{4, 6.5}, {8, 10.5}, {12, 6.5}}});
    case Shape::Up:
        return linesOf({{{8, 13.5}, {8, 2.5}}, {{3.5, 7}, {8, 2.5}, {12.5, 7}}});
    case Shape::Down:
        return linesOf({{{8, 2.5}, {8, 13.5}}, {{3.5, 9}, {8, 13.5}, {12.5, 9}}});
    case Shape::Import:
        return linesOf(
            {{{8, 1.5}, {8, 10}}, {{4.5, 6.5}, {8, 10}, {11.5, 6.5}}, {{2, 10}, {2, 14}, {14, 14}, {14, 10}}});
    case Shape::Export:
        return linesOf({{{8, 10}, {8, 1.5}}, {{4.5, 5}, {8, 1.5}, {11.5, 5}}, {{2, 10}, {2, 14}, {14, 14}, {14, 10}}});
    case Shape::Pause:
        return linesOf({{{5.5, 3}, {5.5, 13}}, {{10.5, 3}, {10.5, 13}}});
    case Shape::Play:
        return linesOf({{{5, 3}, {12.5, 8}, {5, 13}, {5, 3}}});
    case Shape::Copy:
        return copy();
    case Shape::Pencil:
        return linesOf({{{2.5, 13.5}, {3.2, 10.3}, {11, 2.5}, {13.5, 5}, {5.7, 12.8}, {2.5, 13.5}}});
    case Shape::Trash:
        return linesOf({{{2.5, 4.5}, {13.5, 4.5}},
                        {{6, 4.5}, {6, 2.2}, {10, 2.2}, {10, 4.5}},
                        {{3.8, 4.5}, {4.4, 13.8}, {11.6, 13.8}, {12.2, 4.5}}});
    case Shape::Undo:
        return undo();
    case Shape::Bell:
        return bell();
    case Shape::Remote:
        return remote();
    default:
        return {};
    }
}

} // namespace nova
