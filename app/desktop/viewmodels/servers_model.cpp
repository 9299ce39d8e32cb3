#include "app/desktop/viewmodels/servers_model.h"

#include "app/desktop/viewmodels/server_words.h"
#include "app/desktop/viewmodels/words.h"
#include "core/base/caller.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

ServersModel::ServersModel(NovaService &service, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_toggles(service)
    , m_moves(service)
{
    connect(&m_watch, &LinkWatch::switched, this, &ServersModel::startAnew);
    connect(&m_toggles, &ToggleQueue::settled, this, &ServersModel::settle);
    connect(&m_moves, &MoveQueue::settled, this, &ServersModel::settleMove);
    connect(&service, &NovaService::stateChanged, this, &ServersModel::takeState);
    connect(&service, &NovaService::eventPublished, this, &ServersModel::takeEvent);
    m_ages.setTimerType(Qt::VeryCoarseTimer);
    m_ages.setInterval(30s);
    connect(&m_ages, &QTimer::timeout, this, &ServersModel::updateAges);
    m_ages.start();
    takeState(service.state());
}

ServersModel::~ServersModel() = default;

int ServersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ServersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.entry.name;
    case DescriptionRole:
        return row.entry.description;
    case UrlRole:
        return row.entry.url;
    case WantedRole:
        return row.wanted();
    case PendingRole:
        return row.asked.has_value() || row.moving;
    case WarningRole:
        return row.warning;
    case NoteRole:
        return row.note;
    case ChangeSerialRole:
        return row.changeSerial;
    case ProblemRole:
        return row.problem;
    default:
        return healthData(row, role);
    }
}

QHash<int, QByteArray> ServersModel::roleNames() const
{
    return {{NameRole, "name"},         {DescriptionRole, "description"},
            {UrlRole, "url"},           {WantedRole, "wanted"},
            {PendingRole, "pending"},   {WarningRole, "warning"},
            {NoteRole, "note"},         {ChangeSerialRole, "changeSerial"},
            {ProblemRole, "problem"},   {MarkRole, "mark"},
            {NeedsRole, "needs"},       {WorksRole, "works"},
            {WordsRole, "words"},       {SummaryRole, "summary"},
            {ActionRole, "action"},     {ToolsRole, "tools"},
            {LatencyRole, "latency"},   {LatencyMsRole, "latencyMs"},
            {ProtocolRole, "protocol"}, {CheckedRole, "checked"},
            {BarKindsRole, "barKinds"}, {BarLatenciesRole, "barLatencies"},
            {ServiceRole, "service"},   {RestartingRole, "restarting"},
            {AskingRole, "asking"}};
}

bool ServersModel::isWanted(const QString &name) const
{
    const int row = rowOf(name);
    return row >= 0 && m_rows[row].wanted();
}

int ServersModel::rowOf(const QString &name, int from) const
{
    for (int row = from; row < count(); ++row) {
        if (m_rows[row].entry.name == name)
            return row;
    }
    return -1;
}

void ServersModel::rowChanged(int row, const QList<int> &roles)
{
    if (roles.isEmpty())
        return;
    Q_EMIT dataChanged(index(row), index(row), roles);
    if (roles.contains(WantedRole))
        Q_EMIT countsChanged();
}

void ServersModel::startAnew()
{
    m_mailbox = std::make_shared<Mailbox>();
    m_catalog.reset();
    m_health.reset();
    m_restarts.reset();
    if (m_rows.isEmpty())
        return;
    beginRemoveRows({}, 0, count() - 1);
    m_rows.clear();
    endRemoveRows();
    Q_EMIT countsChanged();
}

void ServersModel::takeState(const NovaStatePtr &state)
{
    if (std::exchange(m_reachable, state->link->isUp()) != m_reachable)
        Q_EMIT reachableChanged();
    // Parts of the state that did not change are the same objects: a new client on the web side costs nothing here.
    const bool otherCatalog = state->catalog != m_catalog;
    if (otherCatalog) {
        m_catalog = state->catalog;
        takeCatalog(*m_catalog);
    }
    if (otherCatalog || state->health != m_health) {
        m_health = state->health;
        takeHealth(*m_health);
    }
    if (otherCatalog || state->restarts != m_restarts) {
        m_restarts = state->restarts;
        takeRestarts(*m_restarts);
    }
}

void ServersModel::takeCatalog(const CatalogState &catalog)
{
    const qsizetype before = m_rows.size();
    removeGoneRows(catalog.servers);
    for (int place = 0; place < int(catalog.servers.size()); ++place) {
        const ServerEntry &server = catalog.servers[place];
        placeRow(place, server);
        updateRow(place, server, warningFor(server.name, catalog.file.warnings));
    }
    showMoves();
    if (before != m_rows.size())
        Q_EMIT countsChanged();
}

void ServersModel::removeGoneRows(const QList<ServerEntry> &servers)
{
    QSet<QString> names;
    for (const ServerEntry &server : servers)
        names.insert(server.name);
    for (int row = count() - 1; row >= 0; --row) {
        if (names.contains(m_rows[row].entry.name))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void ServersModel::placeRow(int place, const ServerEntry &server)
{
    const int present = rowOf(server.name, place);
    if (present == place)
        return;
    if (present < 0) {
        beginInsertRows({}, place, place);
        m_rows.insert(place, Row{server});
        endInsertRows();
        return;
    }
    beginMoveRows({}, present, present, {}, place);
    m_rows.move(present, place);
    endMoveRows();
}

void ServersModel::updateRow(int place, const ServerEntry &server, const QString &warning)
{
    Row &row = m_rows[place];
    const Row before = row;
    row.entry = server;
    row.warning = warning;
    QList<int> roles;
    if (before.entry.description != server.description)
        roles << DescriptionRole;
    if (before.entry.url != server.url)
        roles << UrlRole;
    if (before.entry.enabled != server.enabled)
        roles << rolesOfHealth(); // One that is off has none.
    if (before.entry.service != server.service)
        roles << ServiceRole;
    if (before.wanted() != row.wanted()) {
        roles << WantedRole;
        // Whatever kept an earlier switching from working, somebody else's has worked.
        row.problem.clear();
    }
    if (before.warning != warning)
        roles << WarningRole;
    if (before.problem != row.problem)
        roles << ProblemRole;
    rowChanged(place, roles);
}

void ServersModel::takeEvent(const Event &event)
{
    const QString origin = originWords(event);
    if (event.type == EventType::McpToggled) {
        // What was switched elsewhere is not what the switch here shows.
        const bool elsewhere = event.data[u"origin"_s] == toString(Origin::Remote);
        const bool on = event.data[u"enabled"_s].toBool();
        const QString verb = !elsewhere ? tr("toggled %1") : on ? tr("switched on %1") : tr("switched off %1");
        const QString words = origin.isEmpty() ? QString() : verb.arg(origin);
        noteChange(event.data[u"name"_s].toString(), words);
        return;
    }
    if (event.type != EventType::ConfigValidated)
        return;
    const QJsonArray changes = event.data[u"changes"_s].toArray();
    for (const QJsonValue &value : changes) {
        const QJsonObject change = value.toObject();
        const QJsonArray fields = change[u"fields"_s].toArray();
        if (fields == QJsonArray{u"enabled"_s})
            continue; // Told by its own event.
        const bool added = change[u"change"_s] == u"added"_s;
        noteChange(change[u"name"_s].toString(), (added ? tr("added %1") : tr("changed %1")).arg(origin).trimmed());
    }
}

void ServersModel::noteChange(const QString &name, const QString &words)
{
    const int place = rowOf(name);
    if (place < 0)
        return;
    Row &row = m_rows[place];
    if (words.isEmpty()) {
        if (row.note.isEmpty())
            return;
        row.note.clear();
        rowChanged(place, {NoteRole});
        return;
    }
    row.note = tr("%1, %2").arg(words, clockWords(QTime::currentTime()));
    ++row.changeSerial;
    rowChanged(place, {NoteRole, ChangeSerialRole});
}

} // namespace nova
