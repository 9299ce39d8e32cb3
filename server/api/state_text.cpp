#include "server/api/state_text.h"

#include "core/service/state_json.h"
#include "server/api/api_helpers.h"

using namespace Qt::StringLiterals;

namespace nova
{

StateText::StateText(const NovaService &service, const EventLog &log)
    : m_service(service)
    , m_log(log)
{
}

void StateText::refresh(const NovaState &state)
{
    if (state.catalog != m_catalog || state.health != m_health) {
        m_catalog = state.catalog;
        m_health = state.health;
        m_catalogText = compactJson(toJson(*m_catalog, *m_health));
    }
    if (state.prompt != m_prompt) {
        m_prompt = state.prompt;
        m_promptText = compactJson(toJson(*m_prompt, Content::IfSmall));
    }
}

QByteArray StateText::whole()
{
    // The number first, then the state: the state is then at least as new as the number says, and who goes on from
    // that number misses nothing.
    const quint64 seq = m_log.lastSeq();
    const NovaStatePtr state = m_service.state();
    if (state == m_wholeOf && seq == m_wholeSeq)
        return m_whole; // After a restart thousands of clients may ask for it at once.
    refresh(*state);
    const QJsonObject head{{u"epoch"_s, m_log.epoch()},
                           {u"seq"_s, qint64(seq)},
                           {u"instance"_s, toJson(*state->instance)},
                           {u"clients"_s, state->instance->clients},
                           {u"redis"_s, toJson(*state->redis)},
                           {u"tasks"_s, toJson(*state->tasks)},
                           {u"overall"_s, toString(overallOf(*state->health, *state->redis))},
                           {u"restarts"_s, toJson(*state->restarts)}};
    m_whole = compactJson(head).chopped(1) + ",\"catalog\":" + m_catalogText + ",\"prompt\":" + m_promptText + '}';
    m_wholeOf = state;
    m_wholeSeq = seq;
    return m_whole;
}

std::pair<QByteArray, QString> StateText::catalog()
{
    refresh(*m_service.state());
    return {m_catalogText, m_catalog->file.revision};
}

} // namespace nova
