#pragma once

#include "core/yaml/map_edit.h"

namespace nova::yaml
{

/// Ways to put a pair of a block mapping to another place: in front of the pair `target`, or behind the last one where
/// `target` is their number. None for a mapping in braces.
///
/// With the pair's lines go the comments directly above it, without a blank line between; comments that stand apart
/// belong to the file and stay. The blank lines between pairs go along as far as they set the pair apart on both sides:
/// so what stood apart stands apart again, and groups without blank lines inside stay groups.
[[nodiscard]] Candidates movesOf(const MapPlace &place, size_t pair, size_t target);

} // namespace nova::yaml
