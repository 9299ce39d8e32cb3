#pragma once

#include "core/yaml/map_edit.h"

#include <QJsonObject>

namespace nova
{

/// Texts that have one more server at the end, the best first: laid out as the last one in `text` is. `root` is what
/// `text` was read as; `fields` have been checked. Pure; see yaml::Candidates.
[[nodiscard]] yaml::Candidates newEntries(const QByteArray &text, const YamlNode &root, const QString &name,
                                          const QJsonObject &fields);

} // namespace nova
