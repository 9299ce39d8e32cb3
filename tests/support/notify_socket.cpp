#include "tests/support/notify_socket.h"

#include <QFile>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace nova::test
{

NotifySocket::NotifySocket(const QString &path)
    : m_path(path)
    , m_descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.size() >= qsizetype(sizeof(address.sun_path)))
        qFatal("%s is too long for a socket", name.constData());
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    if (::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        qFatal("cannot listen at %s", name.constData());
}

NotifySocket::~NotifySocket()
{
    ::close(m_descriptor);
}

const QByteArrayList &NotifySocket::messages()
{
    QByteArray bytes(4096, Qt::Uninitialized);
    for (;;) {
        const ssize_t size = ::recv(m_descriptor, bytes.data(), size_t(bytes.size()), 0);
        if (size < 0)
            return m_messages;
        m_messages.append(bytes.first(size));
    }
}

QByteArrayList NotifySocket::told(const QByteArrayList &variables)
{
    QByteArrayList told;
    for (const QByteArray &message : messages()) {
        const QByteArrayList lines = message.split('\n');
        for (const QByteArray &line : lines) {
            if (variables.contains(line.left(line.indexOf('='))))
                told.append(line);
        }
    }
    return told;
}

} // namespace nova::test
