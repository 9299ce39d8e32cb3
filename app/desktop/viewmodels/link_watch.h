#pragma once

#include "core/service/nova_service.h"

namespace nova
{

/// Tells whoever has begun something with a Nova that the window shows another one now, so that nothing that was begun
/// for the one reaches the other. A member that is made before its owner listens to the service: then the owner has let
/// go of the old one before it hears of the new one's state.
///
/// Answers that are still on their way are let go of by giving the owner another mailbox.
class LinkWatch : public QObject
{
    Q_OBJECT

public:
    explicit LinkWatch(NovaService &service, QObject *parent = nullptr);
    ~LinkWatch() override;

    /// Of the Nova that is shown; empty: the one in this process.
    [[nodiscard]] const QString &address() const { return m_address; }

Q_SIGNALS:
    void switched(const QString &from, const QString &to);

private:
    void takeState(const NovaStatePtr &state);

    QString m_address;
};

} // namespace nova
