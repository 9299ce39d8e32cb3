#pragma once

#include "core/base/result.h"
#include "core/events/event.h"
#include "core/service/nova_state.h"

#include <QJsonObject>

namespace nova
{

/// The state of a remote Nova as it was told last. Parts that are as before stay the same objects.
class RemoteView
{
public:
    /// Nothing is known yet.
    explicit RemoteView(QString address);

    /// The state that the API gave. One that is not understood is refused, and what was known stays.
    [[nodiscard]] Result<void> take(const QJsonObject &json);
    /// What an event says of the state beyond doubt. False: the state has to be asked for.
    [[nodiscard]] bool apply(const Event &event);

    /// All but the link.
    [[nodiscard]] const NovaState &state() const { return m_state; }
    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    /// Everything up to this event is in it.
    [[nodiscard]] quint64 seq() const { return m_seq; }

private:
    /// The JSON that the parts were made of.
    struct Parts {
        QJsonObject catalog, prompt, instance, redis, tasks, restarts;
        QHash<QString, QJsonObject> health; ///< By server.
    };
    [[nodiscard]] Parts partsOf(const QJsonObject &json) const;
    [[nodiscard]] std::shared_ptr<const HealthState> readHealth(const Parts &parts, QString &problem) const;
    [[nodiscard]] std::shared_ptr<const InstanceState> readInstance(const Parts &parts, QString &problem) const;

    const QString m_address;
    Parts m_parts;
    NovaState m_state;
    QString m_epoch;
    quint64 m_seq = 0;
};

} // namespace nova
