#include "tests/integration/kept_texts.h"
#include "tests/integration/wire_client.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// Many who write the same file at once, each through a connection, a process or an editor of its own: what one wrote
/// is never undone by another who has not seen it.
class TestLostUpdate : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scratch> m_scratch;
    std::unique_ptr<NovaProcess> m_nova;

    [[nodiscard]] QByteArray onDisk() const { return Scratch::read(m_scratch->catalog()); }
    [[nodiscard]] QByteArray etag() const
    {
        return WireClient(m_nova->port(), m_nova->token()).call({.method = "GET", .path = "/api/config"}).etag;
    }
    [[nodiscard]] QList<WireClient::Answer> all(const QList<WireClient::Request> &requests) const;

private Q_SLOTS:
    void init();
    void cleanup();
    void oneOfFiftyTexts();
    void oneOfFiftyToggles();
    void anEditorBeforeAWrite_data();
    void anEditorBeforeAWrite();
    void editorsAgainstToggles_data();
    void editorsAgainstToggles();
    void twoProcesses();
};

void TestLostUpdate::init()
{
    m_scratch = std::make_unique<Scratch>();
    m_nova = std::make_unique<NovaProcess>(m_scratch->path());
    QVERIFY2(m_nova->start(), m_nova->errors().constData());
}

void TestLostUpdate::cleanup()
{
    m_nova.reset();
    QCOMPARE(temporariesBelow(m_scratch->path()), QStringList());
    m_scratch.reset();
}

/// Every request over its own connection; all are sent before the first answer is read.
QList<WireClient::Answer> TestLostUpdate::all(const QList<WireClient::Request> &requests) const
{
    std::vector<std::unique_ptr<WireClient>> clients;
    for (qsizetype i = 0; i < requests.size(); ++i)
        clients.push_back(std::make_unique<WireClient>(m_nova->port(), m_nova->token()));
    for (qsizetype i = 0; i < requests.size(); ++i)
        clients[size_t(i)]->send(requests[i]);
    QList<WireClient::Answer> answers;
    for (const auto &client : clients)
        answers.append(client->receive());
    return answers;
}

void TestLostUpdate::oneOfFiftyTexts()
{
    const QByteArray before = onDisk(), match = etag();
    QList<WireClient::Request> requests;
    for (int i = 0; i < 50; ++i)
        requests.append({.method = "PUT",
                         .path = "/api/config",
                         .body = before + "# writer " + QByteArray::number(i) + "\n",
                         .type = "application/yaml",
                         .ifMatch = match});
    const auto answers = all(requests);
    QList<int> winners;
    for (int i = 0; i < 50; ++i) {
        if (answers[i].status == 200)
            winners.append(i);
        else
            QCOMPARE(answers[i].status, 412);
    }
    QCOMPARE(winners.size(), 1);
    QCOMPARE(onDisk(), requests[winners.first()].body);
    QCOMPARE(etag(), answers[winners.first()].etag);
    QCOMPARE(keptIds(m_scratch->path(u"configs/backups"_s)).size(), 1);
    QVERIFY(isKept(m_scratch->path(u"configs/backups"_s), before));
}

void TestLostUpdate::oneOfFiftyToggles()
{
    const QByteArray before = onDisk(), match = etag();
    const QList<QByteArray> names{"gmail", "calendar", "search", "files", "notion"};
    QList<WireClient::Request> requests;
    for (int i = 0; i < 50; ++i)
        requests.append({.method = "PUT", .path = "/api/mcp/" + names[i % 5] + "/toggle", .ifMatch = match});
    const auto answers = all(requests);
    int winners = 0;
    for (const WireClient::Answer &answer : answers) {
        winners += answer.status == 200 ? 1 : 0;
        QVERIFY2(answer.status == 200 || answer.status == 412, answer.body.constData());
        if (answer.status == 200)
            QCOMPARE(etag(), answer.etag);
    }
    QCOMPARE(winners, 1);
    QVERIFY(onDisk() != before);
    QVERIFY(isKept(m_scratch->path(u"configs/backups"_s), before));
}

void TestLostUpdate::anEditorBeforeAWrite_data()
{
    QTest::addColumn<bool>("inPlace");
    QTest::newRow("in place") << true;
    QTest::newRow("renamed over") << false;
}

void TestLostUpdate::anEditorBeforeAWrite()
{
    QFETCH(bool, inPlace);
    const QByteArray before = onDisk(), match = etag(), edited = before + "# by an editor\n";
    (inPlace ? Scratch::write : Scratch::replace)(m_scratch->catalog(), edited);
    WireClient client(m_nova->port(), m_nova->token());
    const QList<WireClient::Request> writes{{.method = "PUT",
                                             .path = "/api/config",
                                             .body = before + "# by Nova\n",
                                             .type = "application/yaml",
                                             .ifMatch = match},
                                            {.method = "PUT", .path = "/api/mcp/files/toggle", .ifMatch = match}};
    for (const WireClient::Request &write : writes) {
        const auto answer = client.call(write);
        QVERIFY2(answer.status == 412, answer.body.constData());
        QCOMPARE(onDisk(), edited);
    }
    QTRY_VERIFY(isKept(m_scratch->path(u"configs/backups"_s), before)); // What the editor replaced.
    QTRY_VERIFY(etag() != match);
    QCOMPARE(client.call({.method = "PUT", .path = "/api/mcp/files/toggle", .ifMatch = etag()}).status, 200);
    QVERIFY(onDisk().contains("# by an editor\n"));
}

void TestLostUpdate::editorsAgainstToggles_data()
{
    anEditorBeforeAWrite_data();
}

void TestLostUpdate::editorsAgainstToggles()
{
    QFETCH(bool, inPlace);
    std::atomic<int> answers = 0, accepted = 0;
    std::jthread toggler([&, port = m_nova->port(), token = m_nova->token()](const std::stop_token &stop) {
        WireClient client(port, token);
        while (!stop.stop_requested()) {
            // Between the truncation and the write of an editor in place there is no such server, and that is right.
            accepted += client.call({.method = "PUT", .path = "/api/mcp/files/toggle"}).status == 200 ? 1 : 0;
            ++answers;
        }
    });
    const QByteArray on = "files:\n  url: http://localhost:8005/mcp\n  enabled: true\n";
    const QByteArray off = QByteArray(on).replace("true", "false");
    QRandomGenerator *random = QRandomGenerator::global();
    for (int round = 0; round < 100; ++round) {
        // Somewhere in the toggles that go on: after the next answers, and a moment that no clock has chosen.
        const int from = answers + int(random->bounded(3));
        while (answers < from)
            std::this_thread::yield();
        for (int yields = int(random->bounded(5000)); yields > 0; --yields)
            std::this_thread::yield();
        const QByteArray line = "# editor " + QByteArray::number(round) + "\n";
        (inPlace ? Scratch::write : Scratch::replace)(m_scratch->catalog(), on + line);
        // Two more toggles have seen it; then nothing that began before the save is on its way any more.
        const int seen = answers;
        while (answers < seen + 2)
            std::this_thread::yield();
        QByteArray now;
        QTRY_VERIFY2((now = onDisk()) == on + line || now == off + line, now.constData());
    }
    toggler.request_stop();
    toggler.join();
    QVERIFY(accepted >= 100);
    const QStringList ids = keptIds(m_scratch->path(u"configs/backups"_s));
    for (const QString &id : ids)
        QVERIFY2(keptText(m_scratch->path(u"configs/backups"_s), id).isWhole(), qPrintable(id));
}

void TestLostUpdate::twoProcesses()
{
    QByteArray text;
    for (int i = 0; i < 200; ++i)
        text += "s" + QByteArray::number(i) + ":\n  url: http://localhost:9000/mcp\n  enabled: false\n";
    WireClient first(m_nova->port(), m_nova->token());
    QCOMPARE(
        first
            .call({.method = "PUT", .path = "/api/config", .body = text, .type = "application/yaml", .ifMatch = etag()})
            .status,
        200);

    NovaProcess other(m_scratch->path());
    QVERIFY2(other.start(), other.errors().constData());
    WireClient second(other.port(), other.token());
    int refused = 0;
    const auto enable = [](WireClient &client, int server, int *failures) {
        const auto answer =
            client.call({.method = "PUT", .path = "/api/mcp/s" + QByteArray::number(server) + "/toggle"});
        *failures += answer.status == 200 ? 0 : 1;
    };
    int refusedOther = 0;
    std::jthread thread([&] {
        for (int i = 0; i < 100; ++i)
            enable(second, 2 * i + 1, &refusedOther);
    });
    for (int i = 0; i < 100; ++i)
        enable(first, 2 * i, &refused);
    thread.join();
    QCOMPARE(refused, 0);
    QCOMPARE(refusedOther, 0);
    QCOMPARE(onDisk(), QByteArray(text).replace("enabled: false", "enabled: true"));

    const WireClient::Request ask{.method = "GET", .path = "/api/mcp"};
    const QByteArray revision = first.call({.method = "GET", .path = "/api/config"}).etag;
    for (WireClient *client : {&first, &second}) {
        // The tag of what is shown is the revision, with a checksum behind it.
        QTRY_COMPARE(client->call(ask).etag.split('.').first() + '"', revision);
        QCOMPARE(client->call(ask).body.count("\"enabled\":true"), 200);
    }
}

QTEST_GUILESS_MAIN(TestLostUpdate)
#include "tst_lost_update.moc"
