#pragma once

#include "app/desktop/viewmodels/link_watch.h"

#include <QTimer>

namespace nova
{

/// For whoever was told that the catalog is not what they had seen (ErrorCode::StaleRevision): calls back when the
/// newer one is in the state. Here that is at once; the state of a remote Nova may come a moment later.
class NewerCatalog : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(bool isThere)>;

    explicit NewerCatalog(NovaService &service, QObject *parent = nullptr);
    ~NewerCatalog() override;

    /// Waits for a catalog of another revision than that, for a while. One at a time: the newest replaces the others.
    /// Who waits for one Nova is not called when another one is shown.
    void wait(const QString &revision, Then then);

private:
    void look();
    void finish(bool isThere);

    NovaService &m_service;
    LinkWatch m_watch;
    QString m_revision;
    Then m_then;
    QTimer m_patience;
};

} // namespace nova
