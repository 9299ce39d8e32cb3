#pragma once

#include "app/desktop/notice.h"
#include "core/service/nova_service.h"

namespace nova
{

/// Says when the prompt changed without the window having done it, and how: what the desktop is told about.
/// Owned by the DesktopApp; UI thread.
class PromptNotices : public QObject
{
    Q_OBJECT

public:
    explicit PromptNotices(NovaService &service, QObject *parent = nullptr);
    ~PromptNotices() override;

Q_SIGNALS:
    void raised(const nova::Notice &notice);

private:
    void takeEvent(const Event &event);

    NovaService &m_service;
};

} // namespace nova
