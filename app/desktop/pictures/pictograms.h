#pragma once

#include "app/desktop/pictures/shapes.h"

#include <QPainterPath>

namespace nova
{

/// The lines of those shapes that are drawn with one pen, on a square of 16 by 16; empty for the others.
[[nodiscard]] QPainterPath pictogram(Shape shape);

} // namespace nova
