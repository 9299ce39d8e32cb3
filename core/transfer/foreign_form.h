#pragma once

#include <QString>
#include <array>

namespace nova
{

/// The programs whose lists of MCP servers Nova reads and writes.
enum class ForeignForm { ClaudeDesktop, ClaudeCode, Cursor, VsCode };

inline constexpr std::array foreignForms{ForeignForm::ClaudeDesktop, ForeignForm::ClaudeCode, ForeignForm::Cursor,
                                         ForeignForm::VsCode};

/// "Claude Desktop"
[[nodiscard]] QString titleOf(ForeignForm form);

} // namespace nova
