#include "core/yaml/yaml_values.h"

namespace nova
{

std::optional<bool> yamlBoolean(const QByteArray &text)
{
    const QByteArray lower = text.toLower();
    if (text != lower && text != text.toUpper() && text != lower.left(1).toUpper() + lower.mid(1))
        return std::nullopt;
    if (lower == "true" || lower == "yes" || lower == "on")
        return true;
    if (lower == "false" || lower == "no" || lower == "off")
        return false;
    return std::nullopt;
}

QString yamlString(const QByteArray &utf8)
{
    if (!utf8.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(utf8);
    return QString(QChar(QChar::ByteOrderMark) + yamlString(utf8.mid(3)));
}

} // namespace nova
