#include "tests/integration/kept_texts.h"
#include "tests/integration/steady_writer.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace nova::test;

/// kill -9 in the middle of saves, over and over: the old text or the new one, never a mix, and nothing that was
/// answered with 200 is lost. NOVA_KILL_ROUNDS says how often, NOVA_KILL_SEED repeats the moments of an earlier run.
class TestKill : public QObject
{
    Q_OBJECT

    /// One file, what writes it, and what is known of it.
    struct Target {
        QString path;
        QString versions;
        QByteArray url;
        SteadyWriter::Next next;
        QByteArray text;
        QSet<QByteArray> known{}; ///< SHA-256 of every text there ever was.
        QSet<QString> checked{};  ///< Versions that were looked at in an earlier round.
        std::unique_ptr<SteadyWriter> writer{};
    };

    Scratch m_scratch;
    std::vector<Target> m_targets;
    // No two texts of a whole run are the same. Each counts in the thread of its writer.
    qint64 m_catalogSerial = 0;
    qint64 m_promptSerial = 0;
    int m_hits = 0;
    qint64 m_answers = 0;

    void checkServed(NovaProcess &nova);
    void checkFiles(Target &target);

private Q_SLOTS:
    void initTestCase();
    void survives();
};

/// About 300 kB of comment that tells by every line what text it belongs to.
static QByteArray filler(qint64 serial)
{
    const QByteArray line = "# " + QByteArray(1000, serial % 2 == 0 ? 'a' : 'b') + "\n";
    return line.repeated(300) + "# write " + QByteArray::number(serial) + "\n";
}

static SteadyWriter::Step nextCatalog(qint64 serial, const QByteArray &before)
{
    if (serial % 3 != 0) {
        const bool on = before.contains("enabled: true");
        QByteArray after = before;
        after.replace(on ? "enabled: true" : "enabled: false", on ? "enabled: false" : "enabled: true");
        return {{.method = "PUT", .path = "/api/mcp/files/toggle"}, after};
    }
    const QByteArray text = filler(serial) + "files:\n  url: http://localhost:8005/mcp\n  enabled: true\n" +
                            filler(serial).right(1500).prepend("# ");
    return {{.method = "PUT", .path = "/api/config", .body = text, .type = "application/yaml", .ifMatch = "*"}, text};
}

static SteadyWriter::Step nextPrompt(qint64 serial)
{
    const QByteArray text = "Prompt " + QByteArray::number(serial) + "\n" + filler(serial);
    return {{.method = "PUT", .path = "/api/prompt", .body = text, .type = "text/markdown", .ifMatch = "*"}, text};
}

void TestKill::initTestCase()
{
    m_scratch.write(m_scratch.catalog(), nextCatalog(0, {}).result);
    m_targets.push_back({m_scratch.catalog(), m_scratch.path(u"configs/backups"_s), "/api/config",
                         [this](const QByteArray &before) { return nextCatalog(++m_catalogSerial, before); },
                         m_scratch.read(m_scratch.catalog())});
    m_targets.push_back({m_scratch.prompt(), m_scratch.path(u"prompts/versions"_s), "/api/prompt",
                         [this](const QByteArray &) { return nextPrompt(++m_promptSerial); },
                         m_scratch.read(m_scratch.prompt())});
}

void TestKill::checkServed(NovaProcess &nova)
{
    QCOMPARE(temporariesBelow(m_scratch.path()), QStringList());
    for (const Target &target : m_targets) {
        const auto answer = nova.call("GET", QString::fromLatin1(target.url), {}, {{"Accept", "text/plain"}});
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body == target.text, "another text is served than the one in the file");
        QVERIFY(m_scratch.read(target.path) == target.text);
    }
}

void TestKill::checkFiles(Target &target)
{
    const SteadyWriter &writer = *target.writer;
    QVERIFY2(writer.refusal().isEmpty(), writer.refusal().constData());
    m_answers += writer.answers();
    target.known.unite(writer.known());
    target.text = m_scratch.read(target.path);
    QVERIFY2(target.text == writer.acknowledged() || target.text == writer.underWay(),
             qPrintable(u"%1 holds neither the text of the latest answer nor the one on its way, but %2 bytes: %3"_s
                            .arg(target.path)
                            .arg(target.text.size())
                            .arg(QString::fromUtf8(target.text.right(200)))));
    QVERIFY2(writer.replaced().isEmpty() || isKept(target.versions, writer.replaced()),
             "what the latest write replaced was not kept");
    QVERIFY2(target.text == writer.acknowledged() || isKept(target.versions, writer.acknowledged()),
             "what the write without an answer replaced was not kept");
    const QStringList ids = keptIds(target.versions);
    for (const QString &id : ids) {
        if (target.checked.contains(id))
            continue;
        target.checked.insert(id);
        const KeptText kept = keptText(target.versions, id);
        QVERIFY2(kept.isWhole(), qPrintable(u"%1 is not whole: %2 bytes"_s.arg(id).arg(kept.text.size())));
        QVERIFY2(target.known.contains(QCryptographicHash::hash(kept.text, QCryptographicHash::Sha256)),
                 qPrintable(u"%1 (%2 bytes) is a text that nobody wrote"_s.arg(id).arg(kept.text.size())));
    }
}

void TestKill::survives()
{
    bool given = false;
    const int rounds = qEnvironmentVariableIntValue("NOVA_KILL_ROUNDS", &given);
    const int wanted = given ? rounds : 50;
    quint32 seed = qEnvironmentVariable("NOVA_KILL_SEED").toUInt(&given);
    if (!given)
        seed = QRandomGenerator::system()->generate();
    qInfo("%d rounds; NOVA_KILL_SEED=%u", wanted, seed);
    QRandomGenerator random(seed);

    for (int round = 0; round <= wanted; ++round) {
        NovaProcess nova(m_scratch.path());
        QVERIFY2(nova.start(), qPrintable(u"round %1: %2"_s.arg(round).arg(QString::fromUtf8(nova.errors()))));
        checkServed(nova); // What the round before has left.
        if (QTest::currentTestFailed() || round == wanted)
            break;
        for (Target &target : m_targets)
            target.writer = std::make_unique<SteadyWriter>(std::make_unique<WireClient>(nova.port(), nova.token()),
                                                           target.text, target.next);
        // Somewhere in the saves: some answers later, and then at any moment of the next.
        const int answers = random.bounded(4);
        QTRY_VERIFY(m_targets[0].writer->answers() + m_targets[1].writer->answers() >= answers);
        QEventLoop loop;
        QTimer moment;
        moment.setTimerType(Qt::PreciseTimer);
        connect(&moment, &QTimer::timeout, &loop, &QEventLoop::quit);
        moment.start(random.bounded(2, 60));
        loop.exec();
        nova.signal(SIGKILL);
        QCOMPARE(nova.waitForEnd(), -2);
        for (Target &target : m_targets)
            target.writer->join();
        m_hits += temporariesBelow(m_scratch.path()).isEmpty() ? 0 : 1;
        for (Target &target : m_targets) {
            checkFiles(target);
            if (QTest::currentTestFailed()) {
                qWarning("in round %d", round);
                return;
            }
        }
    }
    qInfo("%d of %d rounds hit a save in progress; %lld writes were answered", m_hits, wanted,
          static_cast<long long>(m_answers));
    QVERIFY(m_answers > 0);
    if (wanted >= 1000)
        QVERIFY2(m_hits > 0, "no kill came in the middle of a save: this run has tested nothing");
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
