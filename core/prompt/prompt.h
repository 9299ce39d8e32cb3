#pragma once

#include "core/documents/document.h"

namespace nova
{

/// The meaning of a prompt text: any valid UTF-8 is a prompt.
struct Prompt final : Interpretation {
    QString text;
    int lines = 0;
};

/// Reads a prompt; a byte that is not UTF-8 is an error with its line, column and offset. Pure.
[[nodiscard]] InterpretationPtr interpretPrompt(const QByteArray &text);

/// The prompt behind a text that interpretPrompt() made; null for none.
[[nodiscard]] const Prompt *promptOf(const DocumentTextPtr &text);

} // namespace nova
