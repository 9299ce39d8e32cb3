#pragma once

#include <QColor>
#include <QPainter>

namespace nova
{

/// The small pictures of the program. Drawn, not loaded: sharp at every scale and in every colour, and the same in the
/// window, in the tray and as the program's icon.
enum class Shape {
    Nova,     ///< The program's own: a diamond.
    Dot,      ///< Well.
    Half,     ///< Wants something.
    Triangle, ///< Failing.
    Ring,     ///< Off.
    Dashes,   ///< Being looked at.
    Servers,
    Prompt,
    Health,
    // The rest are pictograms, for buttons and pages.
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
    Remote,
};

/// Paints into `where`, which should be square.
void paintShape(QPainter &painter, Shape shape, const QRectF &where, const QColor &color);

} // namespace nova
