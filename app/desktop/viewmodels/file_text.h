#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace nova
{

/// The bytes of a text file as an editor shows them that knows one line ending and no byte order mark, and the way
/// back: lines that were not touched come back byte for byte, whatever they end with. Immutable.
class FileText
{
public:
    FileText() = default;
    explicit FileText(QByteArray bytes);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// Lines end with '\n'. What is not UTF-8 is shown as replacement characters, and there is no way back from that.
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isUtf8() const { return m_utf8; }

    /// The bytes of the file with `edited` instead of text(). New lines end as the line before them does. (Where more
    /// than a thousand lines differ, as the lines in their places did.)
    [[nodiscard]] QByteArray bytesOf(const QString &edited) const;

private:
    QByteArray m_bytes;
    QString m_text;
    QList<QByteArray> m_endings; ///< Of each line that has one.
    bool m_mark = false;         ///< The file begins with a byte order mark.
    bool m_utf8 = true;
};

} // namespace nova
