#include "tests/support/raw_web_socket.h"
#include "tests/support/web_fixture.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

namespace
{

/// A client that knows where it is in the stream of events, and whose line is cut after some number of bytes, wherever
/// that is: in the head of the answer, in a frame's length, in the middle of an event.
class ShakyClient
{
public:
    explicit ShakyClient(const WebFixture &web)
        : m_web(web)
    {
    }

    /// One connection of at most `bytes` received bytes; a shorter one if nothing more is coming.
    void connectFor(qsizetype bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_web.port());
        QVERIFY(socket.waitForConnected());
        const QByteArray position =
            m_epoch.isEmpty() ? QByteArray() : "?epoch=" + m_epoch.toUtf8() + "&seq=" + QByteArray::number(m_seq);
        socket.write(m_web.request("GET /ws/" + position, RawWebSocket::handshake));
        QByteArray received;
        const auto enough = [&] {
            received += socket.readAll();
            return received.size() >= bytes || socket.state() != QAbstractSocket::ConnectedState ||
                   isUpToDate(received);
        };
        QTRY_VERIFY(enough());
        socket.abort();
        take(received.left(bytes));
    }

    [[nodiscard]] const QStringList &heard() const { return m_heard; }
    [[nodiscard]] quint64 seq() const { return m_seq; }
    [[nodiscard]] int resyncs() const { return m_resyncs; }

private:
    /// Whether the newest event of the log is in `received`.
    [[nodiscard]] bool isUpToDate(const QByteArray &received) const
    {
        return received.contains(QByteArray("\"seq\":" + QByteArray::number(m_web.nova->events().lastSeq()))) &&
               received.endsWith('}');
    }

    /// All whole frames behind the head (RFC 6455 §5.2; a server's are not masked, and these are whole messages).
    void take(const QByteArray &received)
    {
        qsizetype at = received.indexOf("\r\n\r\n");
        if (at < 0)
            return;
        const auto byte = [&received](qsizetype i) { return qsizetype(quint8(received.at(i))); };
        for (at += 4; at + 2 <= received.size();) {
            const qsizetype shortLength = byte(at + 1);
            const int more = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
            if (at + 2 + more > received.size())
                return;
            qsizetype length = more == 0 ? shortLength : 0;
            for (int i = 0; i < more; ++i)
                length = length * 256 + byte(at + 2 + i);
            if (at + 2 + more + length > received.size())
                return;
            takeMessage(QJsonDocument::fromJson(received.mid(at + 2 + more, length)).object());
            at += 2 + more + length;
        }
    }

    void takeMessage(const QJsonObject &message)
    {
        const QString type = message[u"type"].toString();
        if (type == u"hello" && m_epoch.isEmpty()) {
            m_epoch = message[u"data"][u"epoch"].toString();
            m_seq = quint64(message[u"data"][u"seq"].toInt());
        } else if (type == u"resync") {
            ++m_resyncs;
            m_seq = quint64(message[u"data"][u"seq"].toInt());
        } else if (message.contains(u"seq")) {
            m_heard.append(message[u"data"][u"task"][u"id"].toString());
            m_seq = quint64(message[u"seq"].toInt());
        }
    }

    const WebFixture &m_web;
    QString m_epoch;
    quint64 m_seq = 0;
    QStringList m_heard;
    int m_resyncs = 0;
};

} // namespace

/// Whoever is cut off and comes back has heard what somebody heard who stayed.
class TestResume : public QObject
{
    Q_OBJECT

    WebFixture m_web;
    int m_told = 0;

    void tell()
    {
        const QJsonObject task{{u"id"_s, QString::number(m_told++)}, {u"status"_s, u"running"_s}};
        m_web.nova->broadcast({EventType::TaskUpdated, {{u"task"_s, task}}}, {Origin::Api, u"test"_s}, {});
    }

private Q_SLOTS:
    void cutOffAtAnyByte()
    {
        ShakyClient client(m_web);
        while (client.seq() == 0 && client.heard().isEmpty() && m_told == 0) {
            client.connectFor(100'000); // Says hello: from here on nothing is missed.
            tell();
        }
        QRandomGenerator random(20261123);
        for (int round = 0; round < 150; ++round) {
            for (int i = random.bounded(4); i > 0; --i)
                tell();
            client.connectFor(1 + random.bounded(1500));
        }
        client.connectFor(10'000'000);
        QStringList expected;
        for (int i = 0; i < m_told; ++i)
            expected.append(QString::number(i));
        QCOMPARE(client.heard(), expected);
        QCOMPARE(client.resyncs(), 0);
    }

    void awayForTooLong()
    {
        ShakyClient client(m_web);
        client.connectFor(100'000);
        for (int i = 0; i < 1500; ++i)
            tell();
        QTRY_COMPARE(int(m_web.nova->events().lastSeq()), m_told);
        client.connectFor(100'000'000);
        QCOMPARE(client.resyncs(), 1);
        QCOMPARE(int(client.seq()), m_told);
        QVERIFY(client.heard().isEmpty()); // No silent gap, and no half of it.
    }
};

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
