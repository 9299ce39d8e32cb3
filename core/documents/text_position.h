#pragma once

#include <QByteArray>
#include <vector>

namespace nova
{

/// A place in a text: byte offset from 0; line and column from 1, the column in code points.
struct TextPosition {
    qsizetype offset = 0;
    int line = 1;
    int column = 1;
};

/// Turns offsets into places people can find. Keeps a view of the text: must not outlive it.
class PositionTable
{
public:
    explicit PositionTable(const QByteArray &text);

    /// `mark` is an offset as yaml-cpp gives it: it does not count a byte order mark.
    [[nodiscard]] TextPosition at(int mark) const;
    [[nodiscard]] TextPosition atByte(qsizetype offset) const;

private:
    [[nodiscard]] qsizetype charactersBefore(qsizetype offset) const;

    const QByteArray &m_text;
    qsizetype m_start = 0; ///< Behind the byte order mark.
    std::vector<qsizetype> m_lines;
    std::vector<qsizetype>
        m_characters; ///< Before every `stride` bytes: a column must not cost the length of its line.
};

/// The offset of the first byte that is not part of valid UTF-8, or -1.
[[nodiscard]] qsizetype firstInvalidUtf8(QByteArrayView text);

} // namespace nova
