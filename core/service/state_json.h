#pragma once

#include "core/restart/restart_result.h"
#include "core/service/nova_state.h"

#include <QJsonArray>
#include <QJsonObject>

namespace nova
{

/// State as the API gives it. The same words for the web page, scripts and remote desktops.
[[nodiscard]] QJsonObject toJson(const Diagnostic &diagnostic);
[[nodiscard]] QJsonArray toJson(const QList<Diagnostic> &diagnostics);
[[nodiscard]] QJsonObject toJson(const DocumentStatus &status);
[[nodiscard]] QJsonObject toJson(const ServerEntry &server);
/// Each server with its health.
[[nodiscard]] QJsonObject toJson(const CatalogState &catalog, const HealthState &health);
[[nodiscard]] QJsonObject toJson(const ServerEntry &server, const HealthState &health);
/// A report, with its bar.
[[nodiscard]] QJsonObject toJson(const HealthState::Server &health);
[[nodiscard]] QJsonObject toJson(const RestartRun &run);
[[nodiscard]] QJsonObject toJson(const RestartState &restarts);
[[nodiscard]] QJsonObject toJson(const RestartResult &result);

/// Texts over 64 KiB are left out of what is sent to everybody; `content_url` says where to get them.
constexpr qsizetype maxInlineContent = 64 * 1024;
enum class Content { Always, IfSmall };
[[nodiscard]] QJsonObject toJson(const PromptState &prompt, Content content);
[[nodiscard]] QJsonObject toJson(const InstanceState &instance);
[[nodiscard]] QJsonObject toJson(const RedisStatus &redis);
[[nodiscard]] QJsonObject toJson(const TaskCounts &tasks);

/// "loading", "loaded", "invalid", "missing" or "unreadable".
[[nodiscard]] QString toString(DocumentStatus::State state);

} // namespace nova
