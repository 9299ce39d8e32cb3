#pragma once

#include "core/base/json_fields.h"
#include "core/documents/document_text.h"
#include "core/restart/restart_result.h"
#include "core/service/commands.h"

namespace nova
{

/// What the API answers to commands and questions, read back.
void read(const JsonFields &fields, Toggled &toggled);
void read(const JsonFields &fields, ServerSaved &saved);
void read(const JsonFields &fields, TextSaved &saved);
void read(const JsonFields &fields, QList<DocumentVersion> &versions);
void read(const JsonFields &fields, TextDiff &diff);
/// Without the signal that ended it, if one did: the API gives the words, not the number.
void read(const JsonFields &fields, RestartResult &result);
void read(const JsonFields &fields, Interpretation &meaning);

} // namespace nova
