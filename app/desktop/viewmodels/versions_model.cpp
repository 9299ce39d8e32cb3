#include "app/desktop/viewmodels/versions_model.h"

namespace nova
{

VersionsModel::VersionsModel(NovaService &service, DocumentKind document, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
{
    Q_UNUSED(document)
}

VersionsModel::~VersionsModel() = default;

int VersionsModel::rowCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 0;
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    Q_UNUSED(index)
    Q_UNUSED(role)
    return {};
}

} // namespace nova
