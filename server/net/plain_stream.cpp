#include "server/net/plain_stream.h"

#include <cerrno>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nova
{

PlainStream::PlainStream(int descriptor, Peer peer, Poller &poller)
    : Stream(std::move(peer))
    , m_poller(poller)
    , m_descriptor(descriptor)
    , m_watched(EPOLLIN)
{
    if (!m_poller.add(m_descriptor, m_watched, *this))
        QTimer::singleShot(0, this, &PlainStream::abort);
}

PlainStream::~PlainStream()
{
    close();
}

qsizetype PlainStream::read(QByteArray &into, qsizetype most)
{
    if (m_descriptor < 0 || m_atEnd || most <= 0)
        return 0;
    // Read beside, so that an idle connection keeps no buffer and a busy one none larger than it needs.
    static thread_local std::array<char, 64 * 1024> buffer;
    const ssize_t count = ::recv(m_descriptor, buffer.data(), std::min(buffer.size(), size_t(most)), MSG_DONTWAIT);
    if (count > 0) {
        into.append(buffer.data(), qsizetype(count));
        return qsizetype(count);
    }
    if (count == 0) {
        m_atEnd = true;
        watch();
    } else if (errno != EAGAIN && errno != EINTR) {
        abort();
    }
    return 0;
}

void PlainStream::setReading(bool on)
{
    m_reading = on;
    watch();
}

bool PlainStream::send(const QByteArray &bytes)
{
    if (m_descriptor < 0)
        return false;
    const qsizetype sent = m_queue.isEmpty() ? sendNow(bytes.constData(), bytes.size()) : 0;
    if (sent == bytes.size())
        return true;
    m_queue.append(bytes.constData() + sent, bytes.size() - sent);
    watch();
    return false;
}

qsizetype PlainStream::sendNow(const char *data, qsizetype size)
{
    const ssize_t sent = ::send(m_descriptor, data, size_t(size), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0)
        return 0; // An error shows again in epoll's events, and is handled there.
    m_written += quint64(sent);
    return qsizetype(sent);
}

void PlainStream::finish()
{
    if (m_finishing || m_descriptor < 0)
        return;
    m_finishing = true;
    m_reading = true;
    if (m_queue.isEmpty())
        sayEnd();
    watch();
}

void PlainStream::sayEnd()
{
    if (m_atEnd) {
        abort();
        return;
    }
    ::shutdown(m_descriptor, SHUT_WR);
    QTimer::singleShot(lingering, this, &PlainStream::abort);
}

void PlainStream::abort()
{
    if (m_descriptor < 0)
        return;
    close();
    Q_EMIT closed();
}

void PlainStream::close()
{
    if (m_descriptor < 0)
        return;
    m_poller.remove(m_descriptor, *this);
    ::close(m_descriptor);
    m_descriptor = -1;
}

void PlainStream::onEvents(quint32 events)
{
    if ((events & EPOLLOUT) != 0)
        flush();
    if (m_descriptor >= 0 && (events & EPOLLIN) != 0) {
        if (m_finishing)
            discard();
        else
            Q_EMIT readable();
    }
    // Both directions are over: epoll goes on telling, whatever is watched.
    if (m_descriptor >= 0 && (events & (EPOLLERR | EPOLLHUP)) != 0)
        abort();
}

void PlainStream::flush()
{
    m_queueSent += sendNow(m_queue.constData() + m_queueSent, m_queue.size() - m_queueSent);
    if (m_queueSent < m_queue.size())
        return;
    m_queue = {};
    m_queueSent = 0;
    watch();
    if (m_finishing)
        sayEnd();
    else
        Q_EMIT drained();
}

void PlainStream::discard()
{
    QByteArray rest;
    read(rest, 64 * 1024);
    if (m_atEnd && m_queue.isEmpty())
        abort();
}

void PlainStream::watch()
{
    if (m_descriptor < 0)
        return;
    const quint32 wanted =
        (m_reading && !m_atEnd ? quint32(EPOLLIN) : 0U) | (m_queue.isEmpty() ? 0U : quint32(EPOLLOUT));
    if (wanted == m_watched)
        return;
    m_watched = wanted;
    m_poller.change(m_descriptor, m_watched, *this);
}

} // namespace nova
