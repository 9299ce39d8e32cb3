#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace nova
{

/// The five kinds of events and no other: programs that listen parse this list strictly.
enum class EventType { McpToggled, PromptUpdated, ConfigValidated, SystemHealth, TaskUpdated };

[[nodiscard]] QString toString(EventType type);
[[nodiscard]] std::optional<EventType> eventTypeFromString(QStringView name);

/// What happened, once. A value; copying is cheap. `seq` is 0 until an EventLog has taken it.
struct Event {
    QString id; ///< UUID without braces; the same event has the same id on every path.
    EventType type = EventType::McpToggled;
    QDateTime timestamp; ///< UTC, milliseconds.
    QJsonObject data;
    QString source; ///< The program that caused it: "nova-settings@host".
    quint64 seq = 0;
};

/// A new event with a fresh id and the present time.
[[nodiscard]] Event makeEvent(EventType type, QJsonObject data, const QString &source);

/// The one wire form; with `seq` where it is not 0.
[[nodiscard]] QJsonObject toJson(const Event &event);

} // namespace nova
