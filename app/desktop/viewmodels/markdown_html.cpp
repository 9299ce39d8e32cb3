#include "app/desktop/viewmodels/markdown_html.h"

#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// About how long a piece is, and what is split even though it belongs together: what lays out in a few milliseconds.
constexpr qsizetype pieceLength = 12 * 1024;
constexpr qsizetype longestWhole = 3 * pieceLength;
/// Deeper nesting is shown flat: nobody reads it, and layouts take time that doubles with every level.
constexpr qsizetype deepest = 24;
constexpr int deepestQuote = 3;

/// Room before and behind a table: margins before it are dropped, its own would be painted in its colour.
const QString gap = u"<div class=\"gap\">&nbsp;</div>"_s;

bool mayBeLink(const QString &address)
{
    static const QStringList allowed{u"http"_s, u"https"_s, u"mailto"_s};
    return allowed.contains(QUrl(address).scheme(), Qt::CaseInsensitive);
}

QString fromAttribute(const MD_ATTRIBUTE &attribute)
{
    return QString::fromUtf8(attribute.text, qsizetype(attribute.size));
}

QString escaped(QByteArrayView utf8)
{
    return QString::fromUtf8(utf8).toHtmlEscaped();
}

QString tagged(const QString &tag)
{
    return u'<' + tag + u'>';
}

} // namespace

QStringList MarkdownHtml::render(const QByteArray &utf8)
{
    // The parser is C: it gets functions and a pointer. They answer 0: go on.
    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        static_cast<MarkdownHtml *>(self)->enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
        static_cast<MarkdownHtml *>(self)->leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
        static_cast<MarkdownHtml *>(self)->enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *self) {
        static_cast<MarkdownHtml *>(self)->leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
        static_cast<MarkdownHtml *>(self)->text(type, QByteArrayView(text, qsizetype(size)));
        return 0;
    };
    MarkdownHtml writer;
    const QByteArrayView text = utf8.startsWith("\xEF\xBB\xBF") ? QByteArrayView(utf8).sliced(3) : QByteArrayView(utf8);
    md_parse(text.data(), MD_SIZE(text.size()), &parser, &writer);
    writer.endPiece();
    return writer.m_pieces;
}

void MarkdownHtml::enterBlock(MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        openQuote();
        break;
    case MD_BLOCK_UL:
        m_numbers.append(0);
        open(u"<ul>"_s, u"</ul>"_s);
        break;
    case MD_BLOCK_OL: {
        const unsigned first = static_cast<const MD_BLOCK_OL_DETAIL *>(detail)->start;
        m_numbers.append(std::max(first, 1U));
        open(u"<ol start=\"%1\">"_s.arg(m_numbers.last()), u"</ol>"_s);
        break;
    }
    case MD_BLOCK_LI:
        openItem(*static_cast<const MD_BLOCK_LI_DETAIL *>(detail));
        break;
    case MD_BLOCK_HR:
        openTable(u"<table class=\"rule\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">"
                  "<tr><td class=\"rule\">&nbsp;"_s,
                  u"</td></tr></table>"_s);
        break;
    case MD_BLOCK_H: {
        const QString tag = u'h' + QString::number(static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level);
        open(tagged(tag), tagged(u'/' + tag));
        break;
    }
    case MD_BLOCK_CODE:
        m_inCode = true;
        m_breaks = 0;
        openTable(
            u"<table class=\"pre\" width=\"100%\" cellspacing=\"0\" cellpadding=\"12\"><tr><td><div class=\"pre\">"_s,
            u"</div></td></tr></table>"_s);
        break;
    case MD_BLOCK_P:
        m_paragraph = m_html.size();
        open(u"<p>"_s, u"</p>"_s);
        break;
    case MD_BLOCK_TABLE:
        openTable(u"<table class=\"grid\" border=\"1\" cellspacing=\"0\" cellpadding=\"7\">"_s, u"</table>"_s);
        break;
    case MD_BLOCK_TR:
        open(u"<tr>"_s, u"</tr>"_s);
        break;
    case MD_BLOCK_TH:
        open(u"<th align=\"left\">"_s, u"</th>"_s);
        break;
    case MD_BLOCK_TD:
        open(u"<td>"_s, u"</td>"_s);
        break;
    default:
        break; // The document, the head and body of a table; HTML does not come, it is switched off.
    }
}

void MarkdownHtml::leaveBlock(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        break;
    case MD_BLOCK_P:
        closeParagraph();
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        m_numbers.removeLast();
        close();
        break;
    case MD_BLOCK_QUOTE:
        --m_quotes;
        close();
        break;
    case MD_BLOCK_CODE:
        m_inCode = false;
        close();
        break;
    default:
        close();
        break;
    }
    // Between cells nothing can be split; between rows and items it can, if need be.
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH)
        splitIfLongerThan(m_open.isEmpty() ? pieceLength : longestWhole);
}

void MarkdownHtml::enterSpan(MD_SPANTYPE type, const void *detail)
{
    switch (type) {
    case MD_SPAN_EM:
        open(u"<i>"_s, u"</i>"_s);
        break;
    case MD_SPAN_STRONG:
        open(u"<b>"_s, u"</b>"_s);
        break;
    case MD_SPAN_DEL:
        open(u"<s>"_s, u"</s>"_s);
        break;
    case MD_SPAN_CODE:
        open(u"<span class=\"code\">"_s, u"</span>"_s);
        break;
    case MD_SPAN_A: {
        const QString address = fromAttribute(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href);
        if (mayBeLink(address))
            open(u"<a href=\"%1\">"_s.arg(address.toHtmlEscaped()), u"</a>"_s);
        else
            open({}, {});
        break;
    }
    case MD_SPAN_IMG:
        ++m_images;
        open(u"<span class=\"image\">["_s, u"]</span>"_s);
        break;
    default:
        open({}, {});
        break;
    }
}

void MarkdownHtml::leaveSpan(MD_SPANTYPE type)
{
    if (type == MD_SPAN_IMG) {
        --m_images;
        if (m_html.endsWith(u'['))
            m_html += u"image"_s;
    }
    close();
}

void MarkdownHtml::text(MD_TEXTTYPE type, QByteArrayView utf8)
{
    if (m_inCode) {
        codeText(utf8);
        return;
    }
    switch (type) {
    case MD_TEXT_NULLCHAR:
        m_html += QChar(QChar::ReplacementCharacter);
        break;
    case MD_TEXT_BR:
        m_html += u"<br>"_s;
        break;
    case MD_TEXT_SOFTBR:
        m_html += u' ';
        splitIfLongerThan(longestWhole);
        break;
    case MD_TEXT_ENTITY:
        m_html += QString::fromUtf8(utf8); // "&amp;" and the like: the parser has looked at its form.
        break;
    default:
        runningText(QString::fromUtf8(utf8));
        break;
    }
}

void MarkdownHtml::codeText(QByteArrayView utf8)
{
    if (utf8 == "\n") {
        ++m_breaks;
        return;
    }
    for (; m_breaks > 0; --m_breaks)
        m_html += u"<br>"_s;
    splitIfLongerThan(longestWhole);
    m_html += escaped(utf8);
}

void MarkdownHtml::runningText(const QString &text)
{
    // A line without end is cut, between words where there are any.
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = QStringView(text).sliced(at);
        qsizetype length = std::min(rest.size(), pieceLength);
        if (length < rest.size()) {
            const qsizetype space = rest.first(length).lastIndexOf(u' ');
            length = space > 0 ? space + 1 : length - (rest[length - 1].isHighSurrogate() ? 1 : 0);
        }
        m_html += rest.first(length).toString().toHtmlEscaped();
        at += length;
        if (at < text.size())
            splitIfLongerThan(pieceLength);
    }
}

void MarkdownHtml::open(const QString &begin, const QString &end)
{
    if (m_open.size() >= deepest) {
        m_open.append(Open{});
        return;
    }
    m_html += begin;
    m_open.append(Open{end, begin});
}

void MarkdownHtml::openTable(const QString &begin, const QString &end)
{
    const bool first = m_html.isEmpty() || m_html.endsWith(gap) || m_html.endsWith("<td class=\"quote\">"_L1);
    if (!first && m_open.size() < deepest)
        m_html += gap;
    open(begin, end + gap);
}

void MarkdownHtml::openItem(const MD_BLOCK_LI_DETAIL &item)
{
    unsigned &number = m_numbers.last();
    if (item.is_task)
        open(item.task_mark == ' ' ? u"<li class=\"unchecked\">"_s : u"<li class=\"checked\">"_s, u"</li>"_s);
    else
        open(u"<li>"_s, u"</li>"_s);
    if (number > 0 && m_open.size() >= 2) {
        // Should the list be split behind this item, it goes on with the next number.
        ++number;
        Open &list = m_open[m_open.size() - 2];
        if (!list.again.isEmpty())
            list.again = u"<ol start=\"%1\">"_s.arg(number);
    }
}

void MarkdownHtml::openQuote()
{
    ++m_quotes;
    if (m_quotes > deepestQuote)
        open({}, {});
    else
        openTable(u"<table class=\"bar\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr><td class=\"bar\">"
                  "<table class=\"quote\" width=\"100%\" cellspacing=\"0\"><tr><td class=\"quote\">"_s,
                  u"</td></tr></table></td></tr></table>"_s);
}

void MarkdownHtml::close()
{
    m_html += m_open.takeLast().end;
}

void MarkdownHtml::closeParagraph()
{
    // A comment in the text is for whoever edits the file: there to be seen, but quietly.
    const QStringView written = QStringView(m_html).sliced(std::min(m_paragraph, m_html.size()));
    if (written.startsWith("<p>&lt;!--"_L1) && written.endsWith("--&gt;"_L1))
        m_html.insert(m_paragraph + 2, u" class=\"comment\""_s);
    close();
}

void MarkdownHtml::splitIfLongerThan(qsizetype length)
{
    if (m_html.size() <= length || m_images > 0)
        return;
    for (auto open = m_open.crbegin(); open != m_open.crend(); ++open)
        m_html += open->end;
    endPiece();
    for (const Open &open : std::as_const(m_open))
        m_html += open.again;
    m_paragraph = m_html.size();
}

void MarkdownHtml::endPiece()
{
    if (!m_html.isEmpty())
        m_pieces.append(m_html);
    m_html.clear();
}

} // namespace nova
