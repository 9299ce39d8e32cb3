#include "core/events/event.h"

#include <QUuid>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
constexpr std::array<std::pair<EventType, QLatin1StringView>, 5> names{{
    {EventType::McpToggled, "mcp_toggled"_L1},
    {EventType::PromptUpdated, "prompt_updated"_L1},
    {EventType::ConfigValidated, "config_validated"_L1},
    {EventType::SystemHealth, "system_health"_L1},
    {EventType::TaskUpdated, "task_updated"_L1},
}};
}

QString toString(EventType type)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == type)
            return name;
    }
    return {};
}

std::optional<EventType> eventTypeFromString(QStringView name)
{
    for (const auto &[type, candidate] : names) {
        if (candidate == name)
            return type;
    }
    return std::nullopt;
}

Event makeEvent(EventType type, QJsonObject data, const QString &source)
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), type, QDateTime::currentDateTimeUtc(), std::move(data),
            source};
}

QJsonObject toJson(const Event &event)
{
    QJsonObject json{{u"id"_s, event.id},
                     {u"type"_s, toString(event.type)},
                     {u"timestamp"_s, event.timestamp.toString(Qt::ISODateWithMs)},
                     {u"data"_s, event.data},
                     {u"source"_s, event.source}};
    if (event.seq > 0)
        json[u"seq"_s] = qint64(event.seq);
    return json;
}

} // namespace nova
