#pragma once

#include <QByteArrayList>
#include <optional>
#include <vector>

namespace nova
{

/// Which of the content codings that there are of something a request takes best (RFC 9110 §12.5.3): the place in
/// `offered` of the one with the highest weight, the first of several; nothing where it takes none of them.
/// `acceptEncoding` has the values of all headers of that name. "identity" means uncoded: without any header it is the
/// only one taken, and one that is not spoken of is taken where nothing better is.
[[nodiscard]] std::optional<qsizetype> chooseCoding(const std::vector<QByteArray> &acceptEncoding,
                                                    const QByteArrayList &offered);

} // namespace nova
