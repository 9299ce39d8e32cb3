#pragma once

#include <QObject>
#include <array>

class QSocketNotifier;
struct epoll_event;

namespace nova
{

/// Watches many descriptors at the cost of one: an epoll set (epoll(7), level-triggered) behind a single
/// QSocketNotifier. Qt's own dispatcher walks every descriptor in each of its turns. One thread; outlives its watchers.
class Poller : public QObject
{
    Q_OBJECT

public:
    class Watcher
    {
    public:
        virtual ~Watcher() = default;
        /// `events` as epoll_wait(2) gives them. May remove any watcher, itself too.
        virtual void onEvents(quint32 events) = 0;
    };

    explicit Poller(QObject *parent = nullptr);
    ~Poller() override;

    /// False where the system takes no more.
    [[nodiscard]] bool add(int descriptor, quint32 events, Watcher &watcher);
    void change(int descriptor, quint32 events, Watcher &watcher);
    /// Before the descriptor is closed. Nothing more is told to the watcher, not even what has been seen already.
    void remove(int descriptor, Watcher &watcher);

private:
    void dispatch();

    /// In one turn; others wait for the next, so that a crowd cannot keep timers and mail from their turn.
    static constexpr size_t batchSize = 64;

    int m_epoll = -1;
    QSocketNotifier *m_notifier = nullptr; ///< Child.
    std::array<Watcher *, batchSize> m_batch{};
};

} // namespace nova
