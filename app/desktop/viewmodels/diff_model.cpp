#include "app/desktop/viewmodels/diff_model.h"

#include "core/documents/line_diff.h"

using namespace Qt::StringLiterals;

namespace nova
{

static_assert(int(DiffModel::Same) == int(DiffRow::Kind::Same) && int(DiffModel::Fold) == int(DiffRow::Kind::Fold));

DiffModel::DiffModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

DiffModel::~DiffModel() = default;

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DiffRow &row = m_rows[index.row()];
    switch (role) {
    case KindRole:
        return int(row.kind);
    case LeftNumberRole:
        return row.leftNumber;
    case LeftTextRole:
        return markedLine(row.left, row.leftPart);
    case RightNumberRole:
        return row.rightNumber;
    case RightTextRole:
        return markedLine(row.right, row.rightPart);
    case FoldedRole:
        return row.folded;
    case SpokenRole:
        switch (row.kind) {
        case DiffRow::Kind::Same:
            return tr("Line %1, the same: %2").arg(QString::number(row.rightNumber), row.right);
        case DiffRow::Kind::Changed:
            return tr("Line %1, changed from: %2, to: %3").arg(QString::number(row.rightNumber), row.left, row.right);
        case DiffRow::Kind::Added:
            return tr("Line %1, added: %2").arg(QString::number(row.rightNumber), row.right);
        case DiffRow::Kind::Removed:
            return tr("Line %1, removed: %2").arg(QString::number(row.leftNumber), row.left);
        case DiffRow::Kind::Fold:
            return tr("%1 lines the same").arg(row.folded);
        }
        return {};
    default:
        return {};
    }
}

QHash<int, QByteArray> DiffModel::roleNames() const
{
    return {{KindRole, "kind"},           {LeftNumberRole, "leftNumber"},
            {LeftTextRole, "leftText"},   {RightNumberRole, "rightNumber"},
            {RightTextRole, "rightText"}, {FoldedRole, "folded"},
            {SpokenRole, "spoken"}};
}

void DiffModel::compare(const QString &left, const QString &right)
{
    const QByteArray before = left.toUtf8();
    setRows(diffRows(unifiedDiff(before, right.toUtf8()), countLines(before)));
}

void DiffModel::setRows(QList<DiffRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_added = m_removed = 0;
    for (const DiffRow &row : m_rows) {
        m_added += row.kind == DiffRow::Kind::Added || row.kind == DiffRow::Kind::Changed;
        m_removed += row.kind == DiffRow::Kind::Removed || row.kind == DiffRow::Kind::Changed;
    }
    endResetModel();
    Q_EMIT changed();
}

} // namespace nova
