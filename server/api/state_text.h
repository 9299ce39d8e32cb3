#pragma once

#include "core/events/event_log.h"
#include "core/service/nova_service.h"

#include <memory>

namespace nova
{

/// The state as JSON text, each part made once for as long as it is the newest. Server thread.
class StateText
{
public:
    StateText(const NovaService &service, const EventLog &log);

    /// What GET /api/state answers; also the data of `resync`.
    [[nodiscard]] QByteArray whole();
    /// What GET /api/mcp answers, and the revision it was made from.
    [[nodiscard]] std::pair<QByteArray, QString> catalog();

private:
    void refresh(const NovaState &state);

    const NovaService &m_service;
    const EventLog &m_log;
    std::shared_ptr<const CatalogState> m_catalog;
    std::shared_ptr<const HealthState> m_health;
    std::shared_ptr<const PromptState> m_prompt;
    QByteArray m_catalogText;
    QByteArray m_promptText;
    QByteArray m_whole;
    NovaStatePtr m_wholeOf; ///< What m_whole was made from, with the number below.
    quint64 m_wholeSeq = 0;
};

} // namespace nova
