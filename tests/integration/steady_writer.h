#pragma once

#include "tests/integration/wire_client.h"

#include <QSet>

#include <atomic>
#include <functional>
#include <thread>

namespace nova::test
{

/// Writes one file through a connection of its own, one request after the other without pause, until the connection
/// ends; and knows after each what has to be in the file.
class SteadyWriter
{
public:
    struct Step {
        WireClient::Request request;
        QByteArray result; ///< The text of the file when it is done.
    };
    /// Makes the next step for the file with that text. Called in the writer's thread.
    using Next = std::function<Step(const QByteArray &before)>;

    SteadyWriter(std::unique_ptr<WireClient> client, const QByteArray &text, Next next);

    /// Waits until the connection has ended.
    void join() { m_thread.join(); }
    /// So far; from any thread.
    [[nodiscard]] int answers() const { return m_answers; }

    // From here on only after join().

    /// What was in the file at the latest answer.
    [[nodiscard]] const QByteArray &acknowledged() const { return m_acknowledged; }
    /// What the request without an answer was to lead to; the same where there was none.
    [[nodiscard]] const QByteArray &underWay() const { return m_underWay; }
    /// What the latest write with an answer replaced; empty where there was none.
    [[nodiscard]] const QByteArray &replaced() const { return m_replaced; }
    /// An answer other than 200.
    [[nodiscard]] const QByteArray &refusal() const { return m_refusal; }
    /// The SHA-256 of every text that was in the file or on its way there.
    [[nodiscard]] const QSet<QByteArray> &known() const { return m_known; }

private:
    void run();

    std::unique_ptr<WireClient> m_client;
    const Next m_next;
    QByteArray m_acknowledged;
    QByteArray m_underWay;
    QByteArray m_replaced;
    QByteArray m_refusal;
    QSet<QByteArray> m_known;
    std::atomic<int> m_answers = 0;
    std::jthread m_thread; ///< Last: it uses the others.
};

} // namespace nova::test
