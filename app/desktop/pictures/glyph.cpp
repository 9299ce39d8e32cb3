#include "app/desktop/pictures/glyph.h"

#include "app/desktop/pictures/shapes.h"

namespace nova
{

static_assert(int(Glyph::Shape::Nova) == int(nova::Shape::Nova));
static_assert(int(Glyph::Shape::Remote) == int(nova::Shape::Remote));

Glyph::Glyph(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(16, 16);
    setAntialiasing(true);
}

Glyph::~Glyph() = default;

void Glyph::setShape(Shape shape)
{
    if (shape == m_shape)
        return;
    m_shape = shape;
    update();
    Q_EMIT shapeChanged();
}

void Glyph::setColor(const QColor &color)
{
    if (color == m_color)
        return;
    m_color = color;
    update();
    Q_EMIT colorChanged();
}

void Glyph::paint(QPainter *painter)
{
    paintShape(*painter, nova::Shape(m_shape), boundingRect(), m_color);
}

} // namespace nova
