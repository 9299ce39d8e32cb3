#include "app/desktop/viewmodels/findings_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

FindingsModel::FindingsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

FindingsModel::~FindingsModel() = default;

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Diagnostic &finding = m_findings[index.row()];
    switch (role) {
    case LineRole:
        return finding.line;
    case ColumnRole:
        return finding.column;
    case SevereRole:
        return finding.severity == Diagnostic::Severity::Error;
    case MessageRole:
        return finding.message;
    case HintRole:
        return finding.hint;
    case CodeRole:
        return finding.code;
    case PlaceRole:
        return finding.line <= 0     ? QString()
               : finding.column <= 0 ? tr("line %1").arg(finding.line)
                                     : tr("line %1, column %2").arg(finding.line).arg(finding.column);
    default:
        return {};
    }
}

QHash<int, QByteArray> FindingsModel::roleNames() const
{
    return {{LineRole, "line"}, {ColumnRole, "column"}, {SevereRole, "severe"}, {MessageRole, "message"},
            {HintRole, "hint"}, {CodeRole, "code"},     {PlaceRole, "place"}};
}

int FindingsModel::errorCount() const
{
    return int(std::count_if(m_findings.begin(), m_findings.end(), [](const Diagnostic &finding) {
        return finding.severity == Diagnostic::Severity::Error;
    }));
}

QString FindingsModel::summary() const
{
    const int errors = errorCount(), warnings = count() - errors;
    const QString errorWords = errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors);
    const QString warningWords = warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(warnings);
    if (errors > 0 && warnings > 0)
        return tr("%1, %2").arg(errorWords, warningWords);
    return errors > 0 ? errorWords : warnings > 0 ? warningWords : QString();
}

QString FindingsModel::wordsAt(int line) const
{
    QStringList words;
    for (const Diagnostic &finding : m_findings) {
        if (finding.line == line)
            words.append(finding.hint.isEmpty() ? finding.message : QString(finding.message + u' ' + finding.hint));
    }
    return words.join(u'\n');
}

int FindingsModel::lineAfter(int line) const
{
    int first = 0;
    for (const Diagnostic &finding : m_findings) {
        if (finding.line > line)
            return finding.line;
        if (first == 0)
            first = finding.line;
    }
    return first;
}

int FindingsModel::columnAt(int line) const
{
    for (const Diagnostic &finding : m_findings) {
        if (finding.line == line)
            return std::max(finding.column, 1);
    }
    return 1;
}

void FindingsModel::setFindings(QList<Diagnostic> findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Diagnostic &one, const Diagnostic &other) { return one.line < other.line; });
    if (findings == m_findings)
        return;
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
    Q_EMIT changed();
}

QList<int> FindingsModel::lines(Diagnostic::Severity severity) const
{
    QList<int> result;
    for (const Diagnostic &finding : m_findings) {
        if (finding.severity == severity && finding.line > 0 && (result.isEmpty() || result.last() != finding.line))
            result.append(finding.line);
    }
    return result;
}

} // namespace nova
