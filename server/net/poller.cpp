#include "server/net/poller.h"

#include <QSocketNotifier>

#include <algorithm>
#include <sys/epoll.h>
#include <unistd.h>

namespace nova
{

Poller::Poller(QObject *parent)
    : QObject(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(new QSocketNotifier(m_epoll, QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, &Poller::dispatch);
}

Poller::~Poller()
{
    delete m_notifier;
    ::close(m_epoll);
}

bool Poller::add(int descriptor, quint32 events, Watcher &watcher)
{
    epoll_event wanted{.events = events, .data = {.ptr = &watcher}};
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &wanted) == 0;
}

void Poller::change(int descriptor, quint32 events, Watcher &watcher)
{
    epoll_event wanted{.events = events, .data = {.ptr = &watcher}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &wanted);
}

void Poller::remove(int descriptor, Watcher &watcher)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    std::replace(m_batch.begin(), m_batch.end(), &watcher, static_cast<Watcher *>(nullptr));
}

void Poller::dispatch()
{
    std::array<epoll_event, batchSize> ready;
    const int count = ::epoll_wait(m_epoll, ready.data(), int(ready.size()), 0);
    for (size_t i = 0; i < size_t(std::max(count, 0)); ++i)
        m_batch[i] = static_cast<Watcher *>(ready[i].data.ptr);
    for (size_t i = 0; i < size_t(std::max(count, 0)); ++i) {
        if (Watcher *watcher = std::exchange(m_batch[i], nullptr))
            watcher->onEvents(ready[i].events);
    }
}

} // namespace nova
