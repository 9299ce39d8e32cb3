#include "tests/redis/redis_server.h"

#include "tests/support/free_port.h"

#include <QElapsedTimer>
#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;

namespace nova::test
{

RedisServer::RedisServer(const QStringList &more)
    : m_more(more)
    , m_port(freePort())
{
}

RedisServer::~RedisServer()
{
    kill();
}

bool RedisServer::start()
{
    QFile file(m_dir.filePath(u"redis.conf"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    const QStringList lines =
        QStringList{u"port %1"_s.arg(m_port), u"bind 127.0.0.1"_s, u"unixsocket "_s + socketPath(), u"save \"\""_s,
                    u"appendonly no"_s,       u"daemonize no"_s,   u"dir "_s + m_dir.path()} +
        m_more;
    file.write(lines.join(u'\n').toUtf8() + '\n');
    file.close();
    m_process.setStandardOutputFile(m_dir.filePath(u"redis.log"_s));
    m_process.start(u"redis-server"_s, {file.fileName()});
    if (!m_process.waitForStarted())
        return false;
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 10'000 && m_process.state() == QProcess::Running) {
        const QByteArray answer = cli({u"ping"_s});
        if (answer.startsWith("PONG") || answer.startsWith("NOAUTH"))
            return true;
    }
    return false;
}

void RedisServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    resume();
    m_process.kill();
    m_process.waitForFinished();
}

void RedisServer::pause()
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void RedisServer::resume()
{
    ::kill(pid_t(m_process.processId()), SIGCONT);
}

QString RedisServer::url() const
{
    return u"redis://127.0.0.1:%1"_s.arg(m_port);
}

QByteArray RedisServer::cli(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(u"redis-cli"_s, QStringList{u"-p"_s, QString::number(m_port)} + arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace nova::test
