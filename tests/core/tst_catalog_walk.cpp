#include "core/catalog/catalog_editor.h"
#include "random_catalog.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// Random toggles on random documents: whatever the file looks like, only what has to change does.
class TestCatalogWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walks_data();
    void walks();

private:
    static void check(const QByteArray &before, const QByteArray &after, const QString &name, bool enabled);
};

void TestCatalogWalk::check(const QByteArray &before, const QByteArray &after, const QString &name, bool enabled)
{
    const auto was = readCatalog(before), is = readCatalog(after);
    QVERIFY(is->valid());
    QCOMPARE(is->servers.size(), was->servers.size());
    for (qsizetype i = 0; i < was->servers.size(); ++i) {
        const ServerEntry &old = was->servers[i], &now = is->servers[i];
        QCOMPARE(now.name, old.name);
        QCOMPARE(now.enabled, old.name == name ? enabled : old.enabled);
        QCOMPARE(now.differingFields(old), old.name == name ? QStringList{u"enabled"_s} : QStringList());
    }
    // The bytes that differ lie together: one word instead of another, or one line more.
    qsizetype same = 0, sameAtEnd = 0;
    const qsizetype shorter = std::min(before.size(), after.size());
    while (same < shorter && before[same] == after[same])
        ++same;
    while (sameAtEnd < shorter - same && before[before.size() - 1 - sameAtEnd] == after[after.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    const QByteArray gone = before.mid(same, before.size() - same - sameAtEnd),
                     come = after.mid(same, after.size() - same - sameAtEnd);
    QVERIFY2(gone.size() <= 5 && !gone.contains('\n') && !gone.contains(' '), gone.constData());
    QVERIFY2(come.size() <= 6 || (gone.isEmpty() && come.contains("enabled:")), come.constData());
    QVERIFY2(come.count('\n') <= 1 && come.size() <= 30, come.constData());
    QCOMPARE(after.count("\r\n") - before.count("\r\n"), before.contains("\r\n") ? come.count('\n') : 0);
}

void TestCatalogWalk::walks_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestCatalogWalk::walks()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QByteArray text = randomCatalog(random, 1 + random.bounded(8));
    const auto start = readCatalog(text);
    QVERIFY2(start->valid(), QByteArray(start->errors.value(0).message.toUtf8() + "\n" + text).constData());
    int refused = 0;
    for (int step = 0; step < 15; ++step) {
        const auto now = readCatalog(text);
        const ServerEntry &server = now->servers[random.bounded(now->servers.size())];
        const auto after =
            withEnabled(CatalogText::of(text), server.name, !server.enabled).map([](const CatalogText &changed) {
                return changed.bytes;
            });
        if (!after) {
            ++refused;
            continue;
        }
        check(text, *after, server.name, !server.enabled);
        if (QTest::currentTestFailed())
            QFAIL(QByteArray("step " + QByteArray::number(step) + " on " + server.name.toUtf8() + " of:\n" + text +
                             "\n--- made:\n" + *after)
                      .constData());
        text = *after;
    }
    QCOMPARE(refused, 0); // Nothing in these documents is beyond what can be edited.
}

QTEST_GUILESS_MAIN(TestCatalogWalk)
#include "tst_catalog_walk.moc"
