#pragma once

#include "core/service/nova_service.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// A server as somebody writes it down, to be added or changed. Owned by the DesktopApp; UI thread.
class ServerForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

public:
    explicit ServerForm(NovaService &service, QObject *parent = nullptr);
    ~ServerForm() override;

private:
    NovaService &m_service;
};

} // namespace nova
