#pragma once

#include <QByteArrayList>
#include <QString>

namespace nova::test
{

/// What systemd listens at: a socket that programs are told of by NOTIFY_SOCKET.
class NotifySocket
{
public:
    explicit NotifySocket(const QString &path);
    ~NotifySocket();
    Q_DISABLE_COPY_MOVE(NotifySocket)

    [[nodiscard]] QString path() const { return m_path; }
    /// All that has come, one message each, with its lines; the oldest first.
    [[nodiscard]] const QByteArrayList &messages();
    /// What has come of `variables`, in order: "READY=1", "STOPPING=1".
    [[nodiscard]] QByteArrayList told(const QByteArrayList &variables);

private:
    const QString m_path;
    int m_descriptor = -1;
    QByteArrayList m_messages;
};

} // namespace nova::test
