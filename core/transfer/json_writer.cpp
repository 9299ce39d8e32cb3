#include "core/transfer/json_writer.h"

#include "core/yaml/yaml_writing.h"

namespace nova
{

void JsonWriter::next()
{
    if (m_behindKey) {
        m_behindKey = false;
        return;
    }
    if (m_depth == 0)
        return;
    if (!m_empty)
        m_text += ',';
    m_text += '\n' + QByteArray(2 * m_depth, ' ');
    m_empty = false;
}

void JsonWriter::begin(char bracket)
{
    next();
    m_text += bracket;
    ++m_depth;
    m_empty = true;
}

void JsonWriter::end(char bracket)
{
    --m_depth;
    if (!m_empty)
        m_text += '\n' + QByteArray(2 * m_depth, ' ');
    m_text += bracket;
    m_empty = false;
}

void JsonWriter::beginObject()
{
    begin('{');
}

void JsonWriter::endObject()
{
    end('}');
}

void JsonWriter::beginArray()
{
    begin('[');
}

void JsonWriter::endArray()
{
    end(']');
}

void JsonWriter::key(const QString &name)
{
    next();
    m_text += yaml::jsonText(name) + ": ";
    m_behindKey = true;
}

void JsonWriter::value(const QString &text)
{
    next();
    m_text += yaml::jsonText(text);
}

void JsonWriter::value(bool flag)
{
    next();
    m_text += flag ? "true" : "false";
}

void JsonWriter::member(const QString &name, const QString &text)
{
    key(name);
    value(text);
}

} // namespace nova
