#include "core/catalog/edit_refusals.h"

#include "core/yaml/yaml_compare.h"

using namespace Qt::StringLiterals;

namespace nova
{

tl::unexpected<Error> cannotEdit(const QString &name, const YamlNode &where, const QString &why)
{
    const QString message =
        u"This change of %1 cannot be made without rewriting more of the file: %2."_s.arg(name, why);
    return failure(ErrorCode::Conflict, message, {},
                   {{Diagnostic::Severity::Error, u"not_editable"_s, message, u"Change it in the file."_s, name,
                     where.line, where.column}});
}

tl::unexpected<Error> invalidEdit(const QList<Diagnostic> &findings)
{
    return failure(ErrorCode::InvalidInput, findings.first().message, {}, findings);
}

std::optional<Error> whyNotEditable(const CatalogText &text)
{
    if (text.catalog->valid())
        return std::nullopt;
    const Diagnostic &first = text.catalog->errors.first();
    return Error{ErrorCode::Conflict,
                 u"The file has errors, and can be changed here when they are mended. Line %1: %2"_s.arg(first.line)
                     .arg(first.message),
                 {},
                 text.catalog->errors};
}

Result<size_t> entryOf(const CatalogText &text, const QString &name)
{
    if (const auto error = whyNotEditable(text))
        return tl::unexpected(*error);
    if (!text.catalog->find(name))
        return failure(ErrorCode::NotFound, u"There is no server named %1."_s.arg(name));
    return *yaml::pairOf(text.catalog->root, name);
}

Result<CatalogText> validEdit(const CatalogText &text)
{
    if (text.catalog->valid())
        return text;
    QList<Diagnostic> findings = text.catalog->errors;
    for (Diagnostic &finding : findings) // Lines of a text that nobody has seen, or ever will, help nobody.
        finding.line = finding.column = 0;
    return invalidEdit(findings);
}

} // namespace nova
