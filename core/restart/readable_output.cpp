#include "core/restart/readable_output.h"

#include <QStringDecoder>

#include <string>

namespace nova
{
namespace
{

constexpr char32_t escape = 0x1b, bell = 0x07, controlSequence = 0x9b, stringTerminator = 0x9c;

/// Control characters, and those that turn the direction of writing around: they can make a line say something else.
bool isInvisible(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/// One line of a terminal that has only one: what is written goes to where the cursor is.
class TerminalLine
{
public:
    void put(char32_t c)
    {
        if (m_column >= m_text.size())
            m_text.resize(m_column + 1, U' ');
        m_text[m_column++] = c;
    }
    void carriageReturn() { m_column = 0; }
    /// EL: 0 from the cursor on, 1 up to it, 2 all. The cursor stays.
    void erase(char32_t what)
    {
        if (what == U'1')
            std::fill_n(m_text.begin(), qMin(m_column + 1, m_text.size()), U' ');
        else
            m_text.resize(what == U'2' ? 0 : qMin(m_column, m_text.size()));
    }
    QString take()
    {
        m_column = 0;
        const std::u32string text = std::exchange(m_text, {});
        return QString::fromUcs4(text.data(), qsizetype(text.size()));
    }

private:
    std::u32string m_text;
    std::u32string::size_type m_column = 0;
};

/// Goes over an escape sequence, from behind the character that introduces it.
class Sequence
{
public:
    Sequence(const std::u32string &text, std::u32string::size_type begin)
        : m_text(text)
        , m_at(begin)
    {
    }

    /// The place behind a control sequence. `line` is erased where it says so; all else in it is for a screen.
    std::u32string::size_type control(TerminalLine &line)
    {
        const auto parameters = m_at;
        skip(0x30, 0x3f);
        const auto end = m_at;
        skip(0x20, 0x2f);
        if (!is(0x40, 0x7e))
            return m_at; // Broken off: what comes is text again.
        if (m_text[m_at] == U'K')
            line.erase(end > parameters ? m_text[parameters] : U'0');
        return m_at + 1;
    }

    /// The place behind what ESC introduces.
    std::u32string::size_type escaped(TerminalLine &line)
    {
        if (m_at >= m_text.size())
            return m_at;
        const char32_t kind = m_text[m_at];
        if (kind == U'[') {
            ++m_at;
            return control(line);
        }
        if (kind == U']' || kind == U'P' || kind == U'X' || kind == U'^' || kind == U'_')
            return string();
        skip(0x20, 0x2f);
        return is(0x30, 0x7e) ? m_at + 1 : m_at;
    }

private:
    /// A title, a link: all up to its terminator. One without a terminator ends with the line, not with the text.
    std::u32string::size_type string()
    {
        for (; m_at < m_text.size() && m_text[m_at] != U'\n'; ++m_at) {
            if (m_text[m_at] == bell || m_text[m_at] == stringTerminator)
                return m_at + 1;
            if (m_text[m_at] == escape)
                return m_at + 1 < m_text.size() && m_text[m_at + 1] == U'\\' ? m_at + 2 : m_at;
        }
        return m_at;
    }

    [[nodiscard]] bool is(char32_t first, char32_t last) const
    {
        return m_at < m_text.size() && m_text[m_at] >= first && m_text[m_at] <= last;
    }
    void skip(char32_t first, char32_t last)
    {
        while (is(first, last))
            ++m_at;
    }

    const std::u32string &m_text;
    std::u32string::size_type m_at;
};

} // namespace

QString readableOutput(QByteArrayView bytes)
{
    const QString decoded = QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless).decode(bytes);
    const std::u32string text = decoded.toStdU32String();
    QString lines;
    TerminalLine line;
    for (std::u32string::size_type at = 0; at < text.size();) {
        const char32_t c = text[at++];
        if (c == U'\n')
            lines += line.take() + u'\n';
        else if (c == U'\r')
            line.carriageReturn();
        else if (c == escape)
            at = Sequence(text, at).escaped(line);
        else if (c == controlSequence)
            at = Sequence(text, at).control(line);
        else if (c == U'\t' || !isInvisible(c))
            line.put(c);
    }
    return lines + line.take();
}

} // namespace nova
