#pragma once

#include <QImage>
#include <QString>

namespace nova::test
{

/// Compares a picture with the one of that name that is kept. Two pixels are the same if no channel differs by more
/// than a little, and two pictures if hardly a pixel differs: fonts are not painted alike by every version of every
/// library. What differs is written beside the other pictures of the build: as it is, and where. With
/// NOVA_UPDATE_REFERENCES set the picture becomes the one that is kept. Empty where all is well; else what is not.
[[nodiscard]] QString compareWithReference(const QImage &picture, const QString &name);

} // namespace nova::test
