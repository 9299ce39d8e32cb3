#include "tests/support/nova_process.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;

namespace nova::test
{

NovaProcess::NovaProcess(const QString &root, const QStringList &more)
    : m_root(root)
    , m_arguments(QStringList{u"--root"_s, root, u"--state-dir"_s, root + u"/state"_s, u"--log-level"_s, u"debug"_s} +
                  more)
{
    if (!more.contains(u"--port"_s))
        m_arguments += {u"--port"_s, u"0"_s};
}

NovaProcess::~NovaProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString NovaProcess::program()
{
    return QStringLiteral(NOVA_PROGRAM);
}

bool NovaProcess::start()
{
    // Nobody is asked for health unless a test wants it.
    QProcessEnvironment environment = m_process.processEnvironment();
    if (environment.isEmpty())
        environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(u"NOVA_HEALTH_INTERVAL_S"_s))
        environment.insert(u"NOVA_HEALTH_INTERVAL_S"_s, u"0"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(m_root + u"/stderr.log"_s, QIODevice::Append);
    m_process.start(program(), m_arguments);
    QByteArray said;
    static const QRegularExpression serving(u"serving at (http://[^\\s]+)/\n"_s), login(u"#login=([\\w-]+)\n"_s);
    while (!serving.match(QString::fromUtf8(said)).hasMatch()) {
        if (!m_process.waitForReadyRead(20'000))
            return false;
        said += m_process.readAllStandardOutput();
    }
    m_address = serving.match(QString::fromUtf8(said)).captured(1);
    m_code = login.match(QString::fromUtf8(said)).captured(1);
    return true;
}

int NovaProcess::waitForEnd(int milliseconds)
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(milliseconds))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
}

void NovaProcess::signal(int number) const
{
    ::kill(pid_t(m_process.processId()), number);
}

quint16 NovaProcess::port() const
{
    return quint16(QUrl(m_address).port());
}

QString NovaProcess::token() const
{
    QFile file(m_root + u"/state/token"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().trimmed()) : QString();
}

QByteArray NovaProcess::errors()
{
    QFile file(m_root + u"/stderr.log"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

NovaProcess::Answer NovaProcess::call(const QByteArray &method, const QString &path, const QByteArray &body,
                                      const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_address + path));
    request.setRawHeader("Authorization", "Bearer " + token().toUtf8());
    if (!body.isEmpty())
        request.setRawHeader("Content-Type", "application/json");
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    request.setTransferTimeout(10'000);
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->rawHeader("ETag")};
}

} // namespace nova::test
