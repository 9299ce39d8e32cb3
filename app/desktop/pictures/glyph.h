#pragma once

#include <QQuickPaintedItem>

namespace nova
{

/// One of the program's small pictures, as an item. Says nothing to a screen reader: the words beside it do.
class Glyph : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(Shape shape READ shape WRITE setShape NOTIFY shapeChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)

public:
    /// The same names in the same order as nova::Shape, for QML.
    enum class Shape {
        Nova,
        Dot,
        Half,
        Triangle,
        Ring,
        Dashes,
        Servers,
        Prompt,
        Health,
        Events,
        Configuration,
        Settings,
        Search,
        Cross,
        Plus,
        Check,
        More,
        Grip,
        ChevronDown,
        Up,
        Down,
        Import,
        Export,
        Pause,
        Play,
        Copy,
        Pencil,
        Trash,
        Undo,
        Bell,
        Remote
    };
    Q_ENUM(Shape)

    explicit Glyph(QQuickItem *parent = nullptr);
    ~Glyph() override;

    [[nodiscard]] Shape shape() const { return m_shape; }
    void setShape(Shape shape);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void shapeChanged();
    void colorChanged();

private:
    Shape m_shape = Shape::Dot;
    QColor m_color = Qt::black;
};

} // namespace nova
