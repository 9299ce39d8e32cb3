#include "core/yaml/yaml_tree.h"

#include "core/documents/text_position.h"
#include "core/yaml/yaml_scan.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr size_t maxDepth = 64;
constexpr size_t maxNodes = 200'000;

/// What the builder throws through the parser to stop it.
struct TooMuch {
    YAML::Mark mark;
    QString message;
};

class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(const PositionTable &positions, YamlNode &root)
        : m_positions(positions)
        , m_root(root)
    {
    }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        YamlNode &node = add(YamlNode::Kind::Null, mark, anchor);
        if (m_open.empty() || m_open.back()->kind != YamlNode::Kind::Map || m_open.back()->children.size() % 2 != 0)
            return;
        // A value that is not written has the mark of whatever comes next; people look for it at its key.
        const YamlNode &key = m_open.back()->children[m_open.back()->children.size() - 2];
        if (key.line == node.line)
            return;
        node.position = key.position;
        node.line = key.line;
        node.column = key.column;
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override { add(YamlNode::Kind::Alias, mark, anchor); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        YamlNode &node = add(YamlNode::Kind::Scalar, mark, anchor);
        node.tag = QByteArray::fromStdString(tag);
        node.value = QByteArray::fromStdString(value);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Sequence, mark, tag, anchor, style);
    }
    void OnSequenceEnd() override { m_open.pop_back(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Kind::Map, mark, tag, anchor, style);
    }
    void OnMapEnd() override { m_open.pop_back(); }

private:
    YamlNode &add(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (++m_nodes > maxNodes)
            throw TooMuch{mark, u"The text has too many values."_s};
        YamlNode *node = &m_root;
        if (!m_open.empty())
            node = &m_open.back()->children.emplace_back();
        const TextPosition where = m_positions.at(mark.pos);
        node->kind = kind;
        node->position = where.offset;
        node->line = where.line;
        node->column = where.column;
        node->anchor = anchor;
        return *node;
    }

    void open(YamlNode::Kind kind, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
              YAML::EmitterStyle::value style)
    {
        if (m_open.size() >= maxDepth)
            throw TooMuch{mark, u"The text is nested too deeply."_s};
        YamlNode &node = add(kind, mark, anchor);
        node.tag = QByteArray::fromStdString(tag);
        node.flow = style == YAML::EmitterStyle::Flow;
        m_open.push_back(&node); // Stays valid: only the innermost open node's children grow.
    }

    const PositionTable &m_positions;
    YamlNode &m_root;
    std::vector<YamlNode *> m_open;
    size_t m_nodes = 0;
};

tl::unexpected<Error> syntaxError(const TextPosition &where, const QString &code, const QString &message,
                                  const QString &hint = {})
{
    return failure(ErrorCode::InvalidInput, message, {},
                   {{Diagnostic::Severity::Error, code, message, hint, {}, where.line, where.column}});
}

/// yaml-cpp's words as a sentence.
QString sentence(const std::string &message)
{
    QString text = QString::fromStdString(message);
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return u"YAML: "_s + text + u'.';
}

/// The first scalar with a quote that nothing closes: the parser takes the rest of the text for its value.
const YamlNode *findUnterminated(const QByteArray &text, const YamlNode &node)
{
    if (isUnterminated(text, node))
        return &node;
    for (const YamlNode &child : node.children) { // The builder has bounded the depth.
        if (const YamlNode *found = findUnterminated(text, child))
            return found;
    }
    return nullptr;
}

/// Where a tab indents the line of `where`, or -1: the parser calls that an illegal value, which helps nobody.
qsizetype indentingTab(const QByteArray &text, const TextPosition &where)
{
    for (qsizetype i = where.offset == 0 ? 0 : text.lastIndexOf('\n', where.offset - 1) + 1; i < text.size(); ++i) {
        if (text.at(i) == '\t')
            return i;
        if (text.at(i) != ' ')
            break;
    }
    return -1;
}

} // namespace

Result<YamlNode> parseYaml(const QByteArray &text)
{
    const PositionTable positions(text);
    if (const qsizetype bad = firstInvalidUtf8(text); bad >= 0)
        return syntaxError(
            positions.atByte(bad), u"encoding"_s,
            u"The file is not valid UTF-8: byte 0x%1 at offset %2."_s.arg(quint8(text.at(bad)), 2, 16, QChar(u'0'))
                .arg(bad),
            u"Save the file as UTF-8."_s);
    if (const qsizetype null = text.indexOf('\0'); null >= 0)
        return syntaxError(positions.atByte(null), u"encoding"_s, u"The file has a NUL byte at offset %1."_s.arg(null));

    std::istringstream stream(text.toStdString());
    YamlNode root;
    try {
        YAML::Parser parser(stream);
        TreeBuilder builder(positions, root);
        if (!parser.HandleNextDocument(builder))
            return YamlNode{};
        YamlNode second;
        TreeBuilder rest(positions, second);
        if (parser.HandleNextDocument(rest))
            return syntaxError({second.position, second.line, second.column}, u"several_documents"_s,
                               u"The file holds more than one YAML document."_s, u"Remove the line with ---."_s);
    } catch (const YAML::Exception &error) {
        const TextPosition where = positions.at(error.mark.pos);
        if (const qsizetype tab = indentingTab(text, where); tab >= 0)
            return syntaxError(positions.atByte(tab), u"yaml_syntax"_s,
                               u"YAML: A tab indents this line; only spaces may."_s, u"Replace the tab by spaces."_s);
        return syntaxError(where, u"yaml_syntax"_s, sentence(error.msg));
    } catch (const TooMuch &stop) {
        return syntaxError(positions.at(stop.mark.pos), u"too_large"_s, stop.message);
    }
    if (const YamlNode *open = findUnterminated(text, root))
        return syntaxError({open->position, open->line, open->column}, u"yaml_syntax"_s,
                           u"YAML: The quote that begins here is never closed."_s);
    return root;
}

} // namespace nova
