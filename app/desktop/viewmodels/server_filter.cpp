#include "app/desktop/viewmodels/server_filter.h"

namespace nova
{

ServerFilter::ServerFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    connect(this, &QAbstractItemModel::rowsInserted, this, &ServerFilter::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &ServerFilter::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &ServerFilter::countChanged);
}

ServerFilter::~ServerFilter() = default;

void ServerFilter::setServers(ServersModel *servers)
{
    if (servers == m_servers)
        return;
    m_servers = servers;
    setSourceModel(servers);
    Q_EMIT serversChanged();
}

void ServerFilter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    invalidateRowsFilter();
    Q_EMIT textChanged();
}

void ServerFilter::toggle(int row)
{
    if (m_servers && row >= 0 && row < count())
        m_servers->toggle(mapToSource(index(row, 0)).row());
}

bool ServerFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString wanted = m_text.trimmed();
    if (wanted.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    for (const int role : {ServersModel::NameRole, ServersModel::DescriptionRole, ServersModel::UrlRole}) {
        if (index.data(role).toString().contains(wanted, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace nova
