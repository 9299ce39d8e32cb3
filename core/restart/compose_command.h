#pragma once

#include "core/base/result.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QProcessEnvironment>
#include <chrono>
#include <functional>
#include <vector>

namespace nova
{

class ChildProcess;

/// What of our environment a compose command gets to see: what docker needs to find its engine and its settings, and
/// none of our own secrets.
[[nodiscard]] QProcessEnvironment composeEnvironment();

/// Finds out how Compose is called here: `docker compose` where that plugin is, `docker-compose` otherwise.
class ComposeCommand final : public QObject
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds deadline{5'000}; ///< For `docker compose version`.
        std::chrono::milliseconds grace{500};
        std::chrono::milliseconds remembered{300'000};
    };
    using Answer = std::function<void(Result<QStringList>)>;

    explicit ComposeCommand(Timing timing, QObject *parent = nullptr);
    ~ComposeCommand() override;

    /// `answer` is called later, once, unless cancel() comes first. Who asks while the question is out gets its answer.
    /// That there is none is not remembered: it may be installed any moment.
    void find(Answer answer);
    /// To be asked anew, since what we know may be wrong by now.
    void forget() { m_found.clear(); }
    /// Ends the question. Nobody is answered.
    void cancel();

private:
    void ask();
    void tryStandalone(const QString &whyNotPlugin);
    void learn(const QStringList &found);
    void answerAll(const Result<QStringList> &found);

    const Timing m_timing;
    QStringList m_found;
    QDeadlineTimer m_foundUntil;
    ChildProcess *m_question = nullptr; ///< While it runs; our child.
    std::vector<Answer> m_waiting;
};

} // namespace nova
