#pragma once

#include "core/service/nova_service.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// A text somebody edits, beside the one in the file. Owned by the DesktopApp; UI thread.
class TextDraft : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

public:
    TextDraft(NovaService &service, DocumentKind document, QObject *parent = nullptr);
    ~TextDraft() override;

private:
    NovaService &m_service;
};

} // namespace nova
