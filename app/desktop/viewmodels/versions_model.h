#pragma once

#include "core/service/nova_service.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// The earlier texts of a document. Owned by the DesktopApp; UI thread.
class VersionsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

public:
    VersionsModel(NovaService &service, DocumentKind document, QObject *parent = nullptr);
    ~VersionsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    NovaService &m_service;
};

} // namespace nova
