#pragma once

#include "core/base/result.h"
#include "core/yaml/yaml_tree.h"

#include <QJsonObject>

namespace nova
{

/// The fields of a server as JSON values, as requests give them. Pure.

/// What is wrong with the fields of a request before they are put into a text: unknown ones, and values of the wrong
/// kind. Null is of every kind: it removes a field. (What a value means is checked by the reader, in the text it
/// becomes part of.)
[[nodiscard]] QList<Diagnostic> checkFields(const QString &server, const QJsonObject &fields);

/// Whether a node is read as exactly this value.
[[nodiscard]] bool represents(const YamlNode &node, const QJsonValue &value);

} // namespace nova
