#pragma once

#include "core/service/nova_service.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// What happened, as rows, the newest first. Owned by the DesktopApp; UI thread.
class EventsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

public:
    explicit EventsModel(NovaService &service, QObject *parent = nullptr);
    ~EventsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    NovaService &m_service;
};

} // namespace nova
