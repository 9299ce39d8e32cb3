#include "tests/support/web_fixture.h"

#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nova::test
{

WebFixture::WebFixture(const std::function<void(WebServer::Options &)> &adjust)
{
    LocalNova::Options options{scratch.catalog(), scratch.prompt(), u"nova-settings@test"_s, u"1.2.3"_s, 100, {}};
    options.health.monitor.servers.interval = {}; // Nobody is asked unless a test wants it.
    options.documents.timing = {std::chrono::milliseconds(20), std::chrono::milliseconds(10),
                                std::chrono::milliseconds(100)};
    nova = std::make_unique<LocalNova>(options, logger);
    nova->start();
    WebServer::Options web_;
    web_.port = 0;
    web_.token = token;
    web_.instance = options.instance;
    web_.version = options.version;
    if (adjust)
        adjust(web_);
    web = std::make_unique<WebServer>(web_, *nova, nova->events(), logger);
    web->onClients(m_mailbox, [this](int count) { clients = count; });
    const auto started = web->start();
    if (!started)
        qFatal("%s", qPrintable(started.error().message));
    listening = *started;
}

WebFixture::~WebFixture()
{
    web->stop();
}

quint16 WebFixture::port() const
{
    return quint16(QUrl(listening.address).port());
}

QByteArray WebFixture::exchange(const QByteArray &bytes, int answers) const
{
    return exchangeWith(port(), bytes, answers);
}

QByteArray exchangeWith(quint16 port, const QByteArray &bytes, int answers)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(bytes);
    QByteArray received;
    const auto complete = [&] {
        received += socket.readAll();
        qsizetype at = 0;
        for (int i = 0; i < answers; ++i) {
            const qsizetype end = received.indexOf("\r\n\r\n", at);
            if (end < 0)
                return false;
            const QByteArray head = received.mid(at, end + 4 - at);
            at = end + 4 + (statusOf(head) == 100 ? 0 : headerOf(head, "Content-Length").toInt());
            if (statusOf(head) == 100)
                --i;
        }
        return received.size() >= at;
    };
    const bool done =
        QTest::qWaitFor([&] { return complete() || socket.state() == QAbstractSocket::UnconnectedState; }, 15'000);
    received += socket.readAll();
    return done ? received : QByteArray();
}

QByteArray WebFixture::request(const QByteArray &line, const QByteArray &headers, const QByteArray &body) const
{
    QByteArray bytes = line + " HTTP/1.1\r\nHost: " + host() + "\r\nAuthorization: Bearer " + token + "\r\n" + headers;
    if (!body.isEmpty())
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

QByteArray bodyOf(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : answer.mid(end + 4);
}

QByteArray headerOf(const QByteArray &answer, const QByteArray &name)
{
    const auto lines = answer.left(answer.indexOf("\r\n\r\n")).split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace nova::test
