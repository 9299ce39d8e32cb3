#include "app/desktop/viewmodels/events_model.h"

namespace nova
{

EventsModel::EventsModel(NovaService &service, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
{
}

EventsModel::~EventsModel() = default;

int EventsModel::rowCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 0;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    Q_UNUSED(index)
    Q_UNUSED(role)
    return {};
}

} // namespace nova
