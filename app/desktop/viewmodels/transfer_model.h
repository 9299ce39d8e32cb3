#pragma once

#include "app/desktop/viewmodels/export_model.h"
#include "app/desktop/viewmodels/import_model.h"

namespace nova
{

/// Servers that come from other programs' files or go there. Owned by the DesktopApp; UI thread.
class TransferModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(nova::ImportModel *importing READ importing CONSTANT)
    Q_PROPERTY(nova::ExportModel *exporting READ exporting CONSTANT)

public:
    TransferModel(NovaService &service, ForeignFiles &files, QObject *parent = nullptr);
    ~TransferModel() override;

    [[nodiscard]] ImportModel *importing() { return &m_importing; }
    [[nodiscard]] ExportModel *exporting() { return &m_exporting; }

private:
    ImportModel m_importing;
    ExportModel m_exporting;
};

} // namespace nova
