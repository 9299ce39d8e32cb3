#include "app/desktop/viewmodels/server_filter.h"

#include <algorithm>

namespace nova
{

ServerFilter::ServerFilter(QObject *parent)
    : QAbstractListModel(parent)
{
}

ServerFilter::~ServerFilter() = default;

int ServerFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ServerFilter::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return m_rows[index.row()].data(role);
}

QHash<int, QByteArray> ServerFilter::roleNames() const
{
    return m_servers ? m_servers->roleNames() : QHash<int, QByteArray>();
}

void ServerFilter::setServers(ServersModel *servers)
{
    if (servers == m_servers)
        return;
    beginResetModel();
    m_rows.clear();
    if (m_servers)
        m_servers->disconnect(this);
    m_servers = servers;
    endResetModel();
    if (servers) {
        connect(servers, &QAbstractItemModel::dataChanged, this, &ServerFilter::passOn);
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(servers, signal, this, [this] { update(true); });
        connect(servers, &QAbstractItemModel::rowsMoved, this, [this] { update(true); });
    }
    update(false);
    Q_EMIT serversChanged();
}

void ServerFilter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    update(false);
    Q_EMIT textChanged();
    Q_EMIT inFileOrderChanged();
}

void ServerFilter::setShow(Show show)
{
    if (show == m_show)
        return;
    m_show = show;
    update(false);
    Q_EMIT showChanged();
    Q_EMIT inFileOrderChanged();
}

void ServerFilter::setSort(Sort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    update(false);
    Q_EMIT sortChanged();
    Q_EMIT inFileOrderChanged();
}

void ServerFilter::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    update(true);
    Q_EMIT heldChanged();
}

void ServerFilter::toggle(int row)
{
    if (row >= 0 && row < count())
        m_servers->toggle(m_rows[row].row());
}

void ServerFilter::check(int row)
{
    if (row >= 0 && row < count())
        m_servers->check(nameAt(row));
}

QString ServerFilter::nameAt(int row) const
{
    return index(row).data(ServersModel::NameRole).toString();
}

QString ServerFilter::serviceAt(int row) const
{
    return index(row).data(ServersModel::ServiceRole).toString();
}

int ServerFilter::rowOf(const QString &name) const
{
    for (int row = 0; row < count(); ++row) {
        if (nameAt(row) == name)
            return row;
    }
    return -1;
}

QList<int> ServerFilter::keptInPlace(const QList<int> &wanted) const
{
    QList<int> kept;
    QList<bool> present(m_servers ? m_servers->count() : 0, false);
    for (const QPersistentModelIndex &row : m_rows) {
        if (!row.isValid() || !matches(row))
            continue;
        kept.append(row.row());
        present[row.row()] = true;
    }
    for (const int server : wanted) {
        if (!present[server])
            kept.append(server);
    }
    return kept;
}

void ServerFilter::passOn(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    for (int place = 0; place < count(); ++place) {
        const int server = m_rows[place].row();
        if (server >= first.row() && server <= last.row())
            Q_EMIT dataChanged(index(place), index(place), roles);
    }
    constexpr std::array matter{ServersModel::NeedsRole, ServersModel::WorksRole, ServersModel::WantedRole,
                                ServersModel::UrlRole, ServersModel::DescriptionRole};
    const bool orders = (m_sort == Sort::Slowest && roles.contains(ServersModel::LatencyMsRole)) ||
                        (m_sort == Sort::State && roles.contains(ServersModel::MarkRole));
    if (orders || std::any_of(matter.begin(), matter.end(), [&roles](int role) { return roles.contains(role); }))
        update(true);
}

void ServerFilter::update(bool holding)
{
    const int before = count();
    const QList<int> rows = holding && m_held ? keptInPlace(wanted()) : wanted();
    removeOthers(rows);
    insertMissing(rows);
    bringIntoOrder(rows);
    if (before != count())
        Q_EMIT countChanged();
}

void ServerFilter::removeOthers(const QList<int> &wanted)
{
    QList<bool> stays(m_servers ? m_servers->count() : 0, false);
    for (const int server : wanted)
        stays[server] = true;
    for (int last = count() - 1; last >= 0; --last) {
        int first = last + 1;
        while (first > 0 && (!m_rows[first - 1].isValid() || !stays[m_rows[first - 1].row()]))
            --first;
        if (first > last)
            continue;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void ServerFilter::insertMissing(const QList<int> &wanted)
{
    QList<bool> present(m_servers ? m_servers->count() : 0, false);
    for (const QPersistentModelIndex &row : std::as_const(m_rows))
        present[row.row()] = true;
    for (int place = 0; place < wanted.size(); ++place) {
        int end = place;
        while (end < wanted.size() && !present[wanted[end]])
            ++end;
        if (end == place)
            continue;
        const int at = std::min(place, count());
        beginInsertRows({}, at, at + end - place - 1);
        for (int from = place; from < end; ++from)
            m_rows.insert(at + from - place, QPersistentModelIndex(m_servers->index(wanted[from])));
        endInsertRows();
        place = end;
    }
}

void ServerFilter::bringIntoOrder(const QList<int> &wanted)
{
    for (int place = 0; place < count(); ++place) {
        while (m_rows[place].row() != wanted[place]) {
            // One that leaves the top for its place further down is one move, not one of each that it passes.
            if (m_rows[place + 1].row() == wanted[place])
                move(place, int(wanted.indexOf(m_rows[place].row())));
            else
                move(placeOf(wanted[place]), place);
        }
    }
}

void ServerFilter::move(int from, int to)
{
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
}

int ServerFilter::placeOf(int server) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [server](const QPersistentModelIndex &row) { return row.row() == server; });
    return int(found - m_rows.begin());
}

} // namespace nova
