#include "app/desktop/viewmodels/header_rows.h"

#include <QSet>

namespace nova
{

HeaderRows::HeaderRows(QObject *parent)
    : QAbstractListModel(parent)
{
}

HeaderRows::~HeaderRows() = default;

int HeaderRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant HeaderRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case ValueRole:
        return row.value;
    case KeptRole:
        return row.kept;
    default:
        return {};
    }
}

QHash<int, QByteArray> HeaderRows::roleNames() const
{
    return {{NameRole, "headerName"}, {ValueRole, "value"}, {KeptRole, "kept"}};
}

void HeaderRows::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
    Q_EMIT countChanged();
}

void HeaderRows::add()
{
    beginInsertRows({}, count(), count());
    m_rows.append(Row{});
    endInsertRows();
    Q_EMIT countChanged();
    Q_EMIT edited();
}

void HeaderRows::remove(int row)
{
    if (row < 0 || row >= count())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT countChanged();
    Q_EMIT edited();
}

void HeaderRows::setName(int row, const QString &name)
{
    if (row < 0 || row >= count() || m_rows[row].kept || m_rows[row].name == name)
        return;
    m_rows[row].name = name;
    Q_EMIT dataChanged(index(row), index(row), {NameRole});
    Q_EMIT edited();
}

void HeaderRows::setValue(int row, const QString &value)
{
    if (row < 0 || row >= count() || m_rows[row].value == value)
        return;
    m_rows[row].value = value;
    Q_EMIT dataChanged(index(row), index(row), {ValueRole});
    Q_EMIT edited();
}

QJsonObject HeaderRows::patchOf(const QStringList &names) const
{
    QJsonObject patch;
    QSet<QString> present;
    for (const Row &row : m_rows) {
        const QString name = row.name.trimmed();
        present.insert(name);
        if (!name.isEmpty() && (!row.kept || !row.value.isEmpty()))
            patch.insert(name, row.value);
    }
    for (const QString &name : names) {
        if (!present.contains(name))
            patch.insert(name, QJsonValue::Null);
    }
    return patch;
}

QString HeaderRows::problem() const
{
    QSet<QString> seen;
    for (const Row &row : m_rows) {
        const QString name = row.name.trimmed();
        if (name.isEmpty() && row.value.isEmpty())
            continue; // Somebody has thought better of it.
        if (name.isEmpty())
            return tr("A header has no name.");
        if (seen.contains(name.toLower()))
            return tr("%1 is there twice.").arg(name);
        seen.insert(name.toLower());
        if (!row.kept && row.value.isEmpty())
            return tr("%1 has no value. Type it, or remove the header.").arg(name);
    }
    return {};
}

} // namespace nova
