#include "app/desktop/viewmodels/connections_model.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

ConnectionsModel::ConnectionsModel(NovaService &service, ConnectionsHost *host, QObject *parent)
    : QAbstractListModel(parent)
    , m_host(host)
    , m_watch(service)
    , m_addresses{QString()}
{
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &ConnectionsModel::changed);
    connect(&service, &NovaService::stateChanged, this, &ConnectionsModel::takeState);
    // After everybody else has let go of the one before.
    connect(&m_watch, &LinkWatch::switched, this, &ConnectionsModel::switched, Qt::QueuedConnection);
    takeState(service.state());
    if (!m_host)
        return;
    connect(m_host, &ConnectionsHost::changed, this, &ConnectionsModel::takeList);
    connect(m_host, &ConnectionsHost::failed, this, &ConnectionsModel::setProblem);
    takeList();
}

ConnectionsModel::~ConnectionsModel() = default;

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_addresses.size());
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString &address = m_addresses[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return novaName(address);
    case AddressRole:
        return address;
    case CurrentRole:
        return address == m_current;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConnectionsModel::roleNames() const
{
    return {{NameRole, "name"}, {AddressRole, "address"}, {CurrentRole, "current"}};
}

void ConnectionsModel::takeState(const NovaStatePtr &state)
{
    if (state->link == m_link)
        return;
    m_link = state->link;
    if (m_link->retryAt.isValid())
        m_countdown.start();
    else
        m_countdown.stop();
    Q_EMIT changed();
}

void ConnectionsModel::takeList()
{
    QStringList addresses{QString()};
    addresses += m_host->known();
    // One that was not added to the list is shown all the same.
    if (!addresses.contains(m_host->current()))
        addresses.append(m_host->current());
    beginResetModel();
    m_addresses = addresses;
    m_current = m_host->current();
    endResetModel();
    setProblem({});
    Q_EMIT changed();
}

void ConnectionsModel::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

StatusModel::Mark ConnectionsModel::mark() const
{
    switch (m_link->phase) {
    case LinkState::Phase::Local:
    case LinkState::Phase::Connected:
        return StatusModel::Mark::Good;
    case LinkState::Phase::Connecting:
        return StatusModel::Mark::Checking;
    case LinkState::Phase::Refused:
        return StatusModel::Mark::Attention;
    case LinkState::Phase::Away:
        break;
    }
    return StatusModel::Mark::Failing;
}

QString ConnectionsModel::words() const
{
    switch (m_link->phase) {
    case LinkState::Phase::Local:
        return {};
    case LinkState::Phase::Connected:
        return tr("connected");
    case LinkState::Phase::Connecting:
        return tr("connecting");
    case LinkState::Phase::Refused:
        return tr("wants a token");
    case LinkState::Phase::Away:
        break;
    }
    return tr("cannot be reached");
}

QString ConnectionsModel::detail() const
{
    QStringList sentences;
    if (!m_link->problem.isEmpty())
        sentences << m_link->problem;
    if (m_link->phase == LinkState::Phase::Away) {
        sentences << tr("What is shown is as it was then, and nothing can be changed.");
        const qint64 wait = (QDateTime::currentDateTimeUtc().msecsTo(m_link->retryAt) + 999) / 1000;
        if (m_link->retryAt.isValid() && wait > 0)
            sentences << (wait == 1 ? tr("Tried again in 1 second.") : tr("Tried again in %1 seconds.").arg(wait));
    }
    return sentences.join(u' ');
}

QString ConnectionsModel::secretNote() const
{
    if (!m_host || !isRemote() || m_host->storeProblem().isEmpty())
        return {};
    return tr("The token is kept until Nova Settings ends: %1").arg(m_host->storeProblem());
}

void ConnectionsModel::use(const QString &address)
{
    if (m_host)
        m_host->use(address);
}

void ConnectionsModel::connectTo(const QString &address, const QString &token, bool remember)
{
    if (m_host)
        m_host->connectTo(address, token.trimmed(), remember);
}

void ConnectionsModel::forget(const QString &address)
{
    if (m_host)
        m_host->forget(address);
}

void ConnectionsModel::retry()
{
    if (m_host)
        m_host->retry();
}

} // namespace nova
