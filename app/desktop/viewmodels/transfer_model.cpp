#include "app/desktop/viewmodels/transfer_model.h"

namespace nova
{

TransferModel::TransferModel(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

TransferModel::~TransferModel() = default;

} // namespace nova
