#include "core/documents/text_position.h"

#include <algorithm>

namespace nova
{

namespace
{

constexpr qsizetype stride = 256;

bool beginsCharacter(char c)
{
    return (quint8(c) & 0xC0) != 0x80;
}

} // namespace

PositionTable::PositionTable(const QByteArray &text)
    : m_text(text)
    , m_start(text.startsWith("\xEF\xBB\xBF") ? 3 : 0)
    , m_lines{m_start}
{
    for (qsizetype i = m_start; i < text.size(); ++i) {
        const char c = text.at(i);
        // YAML ends lines with LF, CR LF or a lone CR.
        if (c == '\n' || (c == '\r' && (i + 1 == text.size() || text.at(i + 1) != '\n')))
            m_lines.push_back(i + 1);
    }
    qsizetype characters = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i % stride == 0)
            m_characters.push_back(characters);
        if (i < text.size() && beginsCharacter(text.at(i)))
            ++characters;
    }
}

qsizetype PositionTable::charactersBefore(qsizetype offset) const
{
    const qsizetype block = offset / stride;
    return m_characters[size_t(block)] +
           std::count_if(m_text.begin() + block * stride, m_text.begin() + offset, beginsCharacter);
}

TextPosition PositionTable::at(int mark) const
{
    return atByte(m_start + std::max(mark, 0));
}

TextPosition PositionTable::atByte(qsizetype offset) const
{
    offset = std::clamp(offset, m_start, std::max(m_start, m_text.size()));
    const auto next = std::upper_bound(m_lines.begin(), m_lines.end(), offset);
    const qsizetype lineStart = *(next - 1);
    return {offset, int(next - m_lines.begin()), int(charactersBefore(offset) - charactersBefore(lineStart)) + 1};
}

qsizetype firstInvalidUtf8(QByteArrayView text)
{
    // RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
    const auto byte = [&](qsizetype i) { return i < text.size() ? quint8(text[i]) : quint8(0); };
    const auto continues = [&](qsizetype i, quint8 from = 0x80, quint8 to = 0xBF) {
        return byte(i) >= from && byte(i) <= to;
    };
    for (qsizetype i = 0; i < text.size();) {
        const quint8 lead = byte(i);
        if (lead < 0x80)
            i += 1;
        else if (lead >= 0xC2 && lead <= 0xDF && continues(i + 1))
            i += 2;
        else if (lead >= 0xE0 && lead <= 0xEF &&
                 continues(i + 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && continues(i + 2))
            i += 3;
        else if (lead >= 0xF0 && lead <= 0xF4 &&
                 continues(i + 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && continues(i + 2) &&
                 continues(i + 3))
            i += 4;
        else
            return i;
    }
    return -1;
}

} // namespace nova
