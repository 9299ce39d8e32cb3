#include "app/desktop/viewmodels/transfer_model.h"

namespace nova
{

TransferModel::TransferModel(NovaService &service, ForeignFiles &files, QObject *parent)
    : QObject(parent)
    , m_importing(service, files)
    , m_exporting(service, files)
{
}

TransferModel::~TransferModel() = default;

} // namespace nova
