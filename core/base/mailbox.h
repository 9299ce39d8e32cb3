#pragma once

#include <QObject>
#include <functional>
#include <mutex>
#include <vector>

namespace nova
{

/// The one way by which work crosses from a thread into another.
///
/// A Mailbox lives in the thread that is to do the work. post() may be called from any thread; the closures run in the
/// order of posting, in the mailbox's own thread, from its event loop. Many posts before the loop turns cost one
/// wake-up. What is still waiting when the mailbox is destroyed is dropped.
class Mailbox : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<void()>;

    explicit Mailbox(QObject *parent = nullptr);
    ~Mailbox() override;

    /// Thread-safe. Never runs `work` at once, not even from the mailbox's own thread.
    void post(Work work);

    /// Runs what is waiting, now. Only from the mailbox's thread; used to finish cleanly.
    void drain();

protected:
    /// The wake-up. (Its event was made in another thread, and is not looked at.)
    void customEvent(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::vector<Work> m_waiting;
};

} // namespace nova
