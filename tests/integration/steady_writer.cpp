#include "tests/integration/steady_writer.h"

#include <QCryptographicHash>

namespace nova::test
{

SteadyWriter::SteadyWriter(std::unique_ptr<WireClient> client, const QByteArray &text, Next next)
    : m_client(std::move(client))
    , m_next(std::move(next))
    , m_acknowledged(text)
    , m_underWay(text)
    , m_thread([this] { run(); })
{
}

void SteadyWriter::run()
{
    const auto note = [this](const QByteArray &text) {
        m_known.insert(QCryptographicHash::hash(text, QCryptographicHash::Sha256));
    };
    note(m_acknowledged);
    for (;;) {
        const Step step = m_next(m_acknowledged);
        m_underWay = step.result;
        note(step.result);
        const WireClient::Answer answer = m_client->call(step.request);
        if (answer.status != 200) {
            m_refusal = answer.status == 0 ? QByteArray() : answer.body;
            return;
        }
        m_replaced = std::exchange(m_acknowledged, step.result);
        ++m_answers;
    }
}

} // namespace nova::test
