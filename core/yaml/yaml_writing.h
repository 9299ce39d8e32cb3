#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <optional>

namespace nova::yaml
{

/// Values as YAML text. What is written is read back as the same value by YAML 1.1 and 1.2 readers. Pure.

/// What a value is put into: in braces more characters end a plain text.
enum class Around { Block, Flow };

/// A JSON value on one line: plain where that is safe, else in double quotes; an object of texts as a flow mapping,
/// its nulls left out.
[[nodiscard]] QByteArray flowText(const QJsonValue &value, Around around = Around::Block);

/// The same as JSON, which is YAML, too: for texts that are JSON already and shall stay it.
[[nodiscard]] QByteArray jsonText(const QJsonValue &value);

/// A text in double quotes with everything escaped that needs to be.
[[nodiscard]] QByteArray doubleQuoted(const QString &text);

/// `value` as a scalar in the style in which `written` stands (its quotes, yes or TRUE for a boolean) where that style
/// can hold it.
[[nodiscard]] QByteArray scalarLike(const QByteArray &written, const QJsonValue &value, Around around = Around::Block);

/// A text of several lines as a literal block («|», then the lines), each line behind `indentation`; without the last
/// line ending. Nothing where such a block cannot hold it.
[[nodiscard]] std::optional<QByteArray> literalBlock(const QString &text, const QByteArray &indentation,
                                                     const QByteArray &lineEnding);

} // namespace nova::yaml
