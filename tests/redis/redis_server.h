#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace nova::test
{

/// A real redis-server on a free port of the loopback (or a unix socket beside it), without persistence. Ends with the
/// object. It can be killed, started again on the same port, and paused.
class RedisServer
{
public:
    /// `more` are further lines of its configuration.
    explicit RedisServer(const QStringList &more = {});
    ~RedisServer();

    [[nodiscard]] bool start();
    void kill();
    /// SIGSTOP: it keeps its connections and says nothing.
    void pause();
    void resume();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString socketPath() const { return m_dir.filePath(QStringLiteral("redis.sock")); }
    [[nodiscard]] QString url() const;

    /// What redis-cli prints for a command.
    [[nodiscard]] QByteArray cli(const QStringList &arguments, const QByteArray &input = {}) const;

private:
    QTemporaryDir m_dir;
    const QStringList m_more;
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace nova::test
