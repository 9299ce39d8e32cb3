#include "core/transfer/json_node.h"

#include "core/transfer/json_reader.h"

namespace nova
{

const JsonNode *JsonNode::member(QStringView key) const
{
    const qsizetype index = keys.lastIndexOf(key);
    return index < 0 ? nullptr : &children[size_t(index)];
}

QString JsonNode::text(QStringView key) const
{
    const JsonNode *found = member(key);
    return found && found->isString() ? found->string : QString();
}

Result<JsonNode> readJson(const QByteArray &text)
{
    return JsonReader(text).read();
}

} // namespace nova
