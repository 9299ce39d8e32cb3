#pragma once

#include <QByteArrayView>
#include <QString>

namespace nova
{

/// What a program wrote, as text for people: valid Unicode, without escape sequences (ECMA-48) and control characters
/// but tab and newline. A carriage return goes back to the beginning of the line and what follows writes over it, as on
/// a terminal; so only the last state of a progress bar is left.
[[nodiscard]] QString readableOutput(QByteArrayView bytes);

} // namespace nova
