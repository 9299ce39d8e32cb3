#include "app/desktop/viewmodels/server_filter.h"
#include "app/desktop/viewmodels/status_model.h"

#include <algorithm>

// Which servers are wanted, and in which order.

namespace nova
{

namespace
{

/// As people sort names: "s2" comes before "S10". (QCollator knows numbers in some languages only.)
int compareNames(QStringView a, QStringView b)
{
    const auto numberAt = [](QStringView text, qsizetype from) {
        qsizetype end = from;
        while (end < text.size() && text[end].isDigit())
            ++end;
        return text.sliced(from, end - from);
    };
    for (qsizetype i = 0, k = 0;;) {
        if (i >= a.size() || k >= b.size())
            return int(a.size() - i) - int(b.size() - k);
        const QStringView numberA = numberAt(a, i), numberB = numberAt(b, k);
        if (!numberA.isEmpty() && !numberB.isEmpty()) {
            const qulonglong left = numberA.toULongLong(), right = numberB.toULongLong();
            if (left != right)
                return left < right ? -1 : 1;
            i += numberA.size();
            k += numberB.size();
            continue;
        }
        const QChar left = a[i++].toLower(), right = b[k++].toLower();
        if (left != right)
            return left < right ? -1 : 1;
    }
}

} // namespace

bool ServerFilter::matches(const QModelIndex &server) const
{
    const QString wanted = m_text.trimmed();
    if (wanted.isEmpty())
        return true;
    for (const int role : {ServersModel::NameRole, ServersModel::DescriptionRole, ServersModel::UrlRole}) {
        if (server.data(role).toString().contains(wanted, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool ServerFilter::isShown(const QModelIndex &server) const
{
    switch (m_show) {
    case Show::Needing:
        return server.data(ServersModel::NeedsRole).toBool();
    case Show::Working:
        return server.data(ServersModel::WorksRole).toBool();
    case Show::Off:
        return !server.data(ServersModel::WantedRole).toBool();
    case Show::All:
        break;
    }
    return true;
}

QList<int> ServerFilter::wanted() const
{
    QList<std::pair<qint64, int>> keyed;
    for (int row = 0; m_servers && row < m_servers->count(); ++row) {
        const QModelIndex server = m_servers->index(row);
        if (matches(server) && isShown(server))
            keyed.append({sortKey(server), row});
    }
    if (m_sort == Sort::Name)
        sortByName(keyed);
    else
        std::stable_sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<int> rows;
    rows.reserve(keyed.size());
    for (const auto &[key, row] : std::as_const(keyed))
        rows.append(row);
    return rows;
}

qint64 ServerFilter::sortKey(const QModelIndex &server) const
{
    // What is worst comes first.
    static const QList<StatusModel::Mark> marks{StatusModel::Mark::Failing,  StatusModel::Mark::Attention,
                                                StatusModel::Mark::Degraded, StatusModel::Mark::Checking,
                                                StatusModel::Mark::Good,     StatusModel::Mark::Off};
    switch (m_sort) {
    case Sort::NeedsFirst:
        return server.data(ServersModel::NeedsRole).toBool() ? 0 : 1;
    case Sort::State:
        return marks.indexOf(StatusModel::Mark(server.data(ServersModel::MarkRole).toInt()));
    case Sort::Slowest:
        return -server.data(ServersModel::LatencyMsRole).toInt();
    case Sort::FileOrder:
    case Sort::Name:
        break;
    }
    return 0;
}

void ServerFilter::sortByName(QList<std::pair<qint64, int>> &rows) const
{
    const auto nameOf = [this](int row) { return m_servers->index(row).data(ServersModel::NameRole).toString(); };
    std::stable_sort(rows.begin(), rows.end(), [&nameOf](const auto &a, const auto &b) {
        return compareNames(nameOf(a.second), nameOf(b.second)) < 0;
    });
}

} // namespace nova
