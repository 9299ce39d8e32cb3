#pragma once

#include "app/desktop/health_alerts.h"
#include "core/service/nova_service.h"

#include <QTimer>

namespace nova
{

/// Says when servers of this machine went down or came back; HealthAlerts decides. Owned by the DesktopApp; UI thread.
class HealthNotices : public QObject
{
    Q_OBJECT

public:
    HealthNotices(NovaService &service, const HealthAlerts::Options &options, QObject *parent = nullptr);
    ~HealthNotices() override;

    /// The servers that are never told of, from now on.
    void setMuted(const QStringList &names) { m_alerts.setMuted(names); }

Q_SIGNALS:
    void raised(const nova::Notice &notice);

private:
    void takeState(const NovaStatePtr &state);
    void tell();

    HealthAlerts m_alerts;
    std::shared_ptr<const CatalogState> m_catalog;
    std::shared_ptr<const HealthState> m_health;
    std::shared_ptr<const RestartState> m_restarts;
    QTimer m_timer;
};

} // namespace nova
