#pragma once

#include "core/service/nova_service.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// Servers that come from other programs' files or go there. Owned by the DesktopApp; UI thread.
class TransferModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

public:
    explicit TransferModel(NovaService &service, QObject *parent = nullptr);
    ~TransferModel() override;

private:
    NovaService &m_service;
};

} // namespace nova
