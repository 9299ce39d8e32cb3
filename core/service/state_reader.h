#pragma once

#include "core/base/json_fields.h"
#include "core/events/event.h"
#include "core/health/health_reader.h"
#include "core/service/nova_state.h"

namespace nova
{

/// The state as another Nova's API gives it, read back: the inverse of state_json. What an API does not give (the
/// digest of headers) stays empty.
void read(const JsonFields &fields, Diagnostic &diagnostic);
void read(const JsonFields &fields, DocumentStatus &status);
void read(const JsonFields &fields, ServerEntry &server);
/// The file and its servers; their health is in the same object, and read as HealthState.
void read(const JsonFields &fields, CatalogState &catalog);
void read(const JsonFields &fields, HealthState &health);
void read(const JsonFields &fields, HealthState::Server &health);
/// A text that was left out (`content_url`) stays empty.
void read(const JsonFields &fields, PromptState &prompt);
void read(const JsonFields &fields, InstanceState &instance);
void read(const JsonFields &fields, RedisStatus &redis);
void read(const JsonFields &fields, TaskCounts &tasks);
void read(const JsonFields &fields, RestartRun &run);
void read(const JsonFields &fields, RestartState &restarts);
/// An event on the wire, which always has a number.
void read(const JsonFields &fields, Event &event);

/// A list of findings, as answers about texts have it.
[[nodiscard]] QList<Diagnostic> readDiagnostics(const JsonFields &fields, QLatin1StringView name);

} // namespace nova
