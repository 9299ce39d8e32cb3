#include "core/health/placeholders.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova
{

Expanded expandVariables(const QString &text, const QProcessEnvironment &environment)
{
    static const QRegularExpression variable(u"\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}"_s);
    Expanded expanded;
    qsizetype end = 0;
    for (auto matches = variable.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString name = match.captured(1);
        const QString value = environment.value(name);
        expanded.text += QStringView(text).sliced(end, match.capturedStart() - end);
        expanded.text += value;
        end = match.capturedEnd();
        if (!value.isEmpty())
            expanded.values.append(value);
        else if (!expanded.missing.contains(name))
            expanded.missing.append(name);
    }
    expanded.text += QStringView(text).sliced(end);
    return expanded;
}

} // namespace nova
