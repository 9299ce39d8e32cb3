#pragma once

#include "core/documents/text_position.h"
#include "core/transfer/json_node.h"

namespace nova
{

/// What readJson() does, step by step. Used once for one text.
class JsonReader
{
public:
    explicit JsonReader(const QByteArray &text);

    [[nodiscard]] Result<JsonNode> read();

private:
    struct Problem {
        qsizetype position;
        QString message;
        QString hint;
    };

    /// Each of these leaves m_at behind what it read, or says a problem and gives false.
    bool skipBlanks();
    bool skipComment();
    bool value(JsonNode &node, int depth);
    bool array(JsonNode &node, int depth);
    bool object(JsonNode &node, int depth);
    bool string(QString &into);
    bool escape(QByteArray &into);
    bool hex4(quint16 &unit);
    bool number(JsonNode &node);
    bool word(JsonNode &node);
    /// Behind a value: a comma (true and more), or the end (true and no more).
    bool separator(char end, bool &more);

    bool fail(qsizetype position, const QString &message, const QString &hint = {});
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(m_text).sliced(m_at); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text.at(m_at); }

    const QByteArray &m_text;
    const PositionTable m_places;
    qsizetype m_at = 0;
    std::optional<Problem> m_problem;
};

} // namespace nova
