#pragma once

#include <QString>

namespace nova
{

/// How long a text is, as people and language models count.
struct TextCounts {
    int lines = 0; ///< As an editor counts them: a final newline does not start another one.
    int words = 0; ///< What stands between white space.
    int characters = 0;
    int tokens = 0; ///< An estimate: one for every four bytes. Models count differently.

    bool operator==(const TextCounts &) const = default;
};

/// Of a text whose lines end with '\n'. Pure.
[[nodiscard]] TextCounts countText(const QString &text);

/// "63 words · about 105 tokens · 420 characters · 12 lines".
[[nodiscard]] QString countWords(const TextCounts &counts);

} // namespace nova
