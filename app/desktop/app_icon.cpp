#include "app/desktop/app_icon.h"

#include "app/desktop/pictures/shapes.h"

namespace nova
{

namespace
{

// The icon stands on panels and task bars of any colour, so it brings its own ground and does not follow the theme.
constexpr QColor ground(0x4b, 0x4b, 0xc8);
constexpr QColor alarm(0xf2, 0x85, 0x7a);
constexpr QColor worry(0xe5, 0xae, 0x4d);

QPixmap draw(int size, Badge badge)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22);
    const double inset = size * 0.16;
    paintShape(painter, Shape::Nova, QRectF(0, 0, size, size).adjusted(inset, inset, -inset, -inset), Qt::white);
    if (badge != Badge::None) {
        const double side = size * 0.56;
        const QRectF corner(size - side, size - side, side, side);
        painter.setBrush(ground.darker(180));
        painter.drawEllipse(corner);
        if (badge == Badge::Down)
            paintShape(painter, Shape::Triangle, corner.adjusted(side * 0.16, side * 0.1, -side * 0.16, -side * 0.22),
                       alarm);
        else if (badge == Badge::Cut)
            paintShape(painter, Shape::Dashes, corner.adjusted(side * 0.04, side * 0.04, -side * 0.04, -side * 0.04),
                       Qt::white);
        else
            paintShape(painter, Shape::Half, corner.adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06),
                       worry);
    }
    return pixmap;
}

} // namespace

QIcon appIcon(Badge badge)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(draw(size, badge));
    return icon;
}

} // namespace nova
