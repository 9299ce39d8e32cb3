#pragma once

#include <QByteArray>
#include <QString>

namespace nova
{

/// Writes JSON for people, with the members in the order in which they are given.
class JsonWriter
{
public:
    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(const QString &name);
    void value(const QString &text);
    void value(bool flag);
    /// A member that is a text.
    void member(const QString &name, const QString &text);

    /// All of it, with a final newline.
    [[nodiscard]] QByteArray text() const { return m_text + '\n'; }

private:
    void begin(char bracket);
    void end(char bracket);
    void next();

    QByteArray m_text;
    int m_depth = 0;
    bool m_empty = true; ///< Nothing yet in the innermost one.
    bool m_behindKey = false;
};

} // namespace nova
