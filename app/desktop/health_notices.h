#pragma once

#include "app/desktop/health_alerts.h"
#include "app/desktop/viewmodels/link_watch.h"

#include <QTimer>

namespace nova
{

/// Says when servers went down or came back; HealthAlerts decides. When another Nova is shown it begins anew, and
/// quietly: that the list is another one is no news. Owned by the DesktopApp; UI thread.
class HealthNotices : public QObject
{
    Q_OBJECT

public:
    HealthNotices(NovaService &service, const HealthAlerts::Options &options, QObject *parent = nullptr);
    ~HealthNotices() override;

    /// The servers that are never told of, from now on.
    void setMuted(const QStringList &names);

Q_SIGNALS:
    void raised(const nova::Notice &notice);

private:
    void takeState(const NovaStatePtr &state);
    void tell();

    void beginAnew();

    LinkWatch m_watch;
    HealthAlerts::Options m_options;
    HealthAlerts m_alerts;
    std::shared_ptr<const CatalogState> m_catalog;
    std::shared_ptr<const HealthState> m_health;
    std::shared_ptr<const RestartState> m_restarts;
    std::shared_ptr<const LinkState> m_link;
    bool m_begun = false; ///< The Nova that is shown has been heard of.
    QTimer m_timer;
};

} // namespace nova
