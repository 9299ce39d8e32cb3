#pragma once

#include "core/settings/settings_table.h"
#include "core/yaml/map_edit.h"

namespace nova
{

/// Texts in which `setting`, whose present text is `text` with the root `root`, might have these values; the best
/// first. As all candidates they need not be right: whoever chooses reads them again.
[[nodiscard]] yaml::Candidates textsWith(const QByteArray &text, const YamlNode &root, const Setting &setting,
                                         const QStringList &values);

} // namespace nova
