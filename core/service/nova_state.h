#pragma once

#include "core/catalog/server_entry.h"
#include "core/documents/document.h"
#include "core/redis/redis_status.h"
#include "core/service/health_state.h"
#include "core/service/link_state.h"
#include "core/service/restart_state.h"
#include "core/tasks/task_board.h"

#include <QDateTime>
#include <memory>

namespace nova
{

/// The catalog as a UI shows it: how the file stands and the servers in force.
struct CatalogState {
    DocumentStatus file;
    QList<ServerEntry> servers;
};

/// The prompt as a UI shows it.
struct PromptState {
    DocumentStatus file;
    QByteArray text; ///< UTF-8.
    int lines = 0;
};

/// What this program itself does for others.
struct InstanceState {
    QString name; ///< Source of its events: "nova-settings@host".
    QString version;
    QDateTime startedAt;
    bool serving = false; ///< Whether the web side listens.
    QString address{};    ///< Where, as a URL; empty when not serving.
    int clients = 0;      ///< Live WebSocket connections.
    bool stopping = false;
    QString stateProblem{}; ///< Why it leaves its state folder as it is: a sentence, mostly none.
};

/// Everything, as of one moment. Immutable and shared: parts that did not change are the same objects as before, so a
/// pointer tells whether something made from a part (its JSON, say) still holds.
struct NovaState {
    std::shared_ptr<const CatalogState> catalog;
    std::shared_ptr<const PromptState> prompt;
    std::shared_ptr<const InstanceState> instance;
    std::shared_ptr<const RedisStatus> redis;
    std::shared_ptr<const TaskCounts> tasks;
    std::shared_ptr<const HealthState> health;
    std::shared_ptr<const RestartState> restarts;
    std::shared_ptr<const LinkState> link;
};
using NovaStatePtr = std::shared_ptr<const NovaState>;

} // namespace nova
