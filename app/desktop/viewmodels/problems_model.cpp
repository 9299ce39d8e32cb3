#include "app/desktop/viewmodels/problems_model.h"

#include <QFileInfo>

namespace nova
{

ProblemsModel::ProblemsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

ProblemsModel::~ProblemsModel() = default;

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case FileRole:
        return row.file;
    case PlaceRole:
        if (row.finding.line <= 0)
            return QString();
        return row.finding.column > 0 ? tr("line %1, column %2").arg(row.finding.line).arg(row.finding.column)
                                      : tr("line %1").arg(row.finding.line);
    case MessageRole:
        return row.finding.message;
    case HintRole:
        return row.finding.hint;
    default:
        return {};
    }
}

QHash<int, QByteArray> ProblemsModel::roleNames() const
{
    return {{FileRole, "file"}, {PlaceRole, "place"}, {MessageRole, "message"}, {HintRole, "hint"}};
}

void ProblemsModel::setProblems(const QList<DocumentStatus> &files, const QString &stateProblem)
{
    QList<Row> rows;
    for (const DocumentStatus &status : files) {
        using State = DocumentStatus::State;
        if (status.state == State::Loaded || status.state == State::Loading)
            continue;
        const QString file = QFileInfo(status.path).fileName();
        for (const Diagnostic &error : status.errors)
            rows.append({file, error});
        // A file that cannot be read has no place to point to, only a sentence.
        if (status.errors.isEmpty())
            rows.append({file, Diagnostic{.message = status.problem}});
    }
    if (!stateProblem.isEmpty())
        rows.append({QString(), Diagnostic{.message = stateProblem}});
    if (rows == m_rows)
        return;
    const bool otherCount = rows.size() != m_rows.size();
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    if (otherCount)
        Q_EMIT countChanged();
}

} // namespace nova
