#include "core/catalog/catalog_editor.h"

#include <QRandomGenerator>
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
    /// A valid catalog as somebody might have written it, with `servers` servers.
    static QByteArray document(QRandomGenerator &random, int servers);
    static QByteArray field(QRandomGenerator &random, const QByteArray &indentation);
    static void check(const QByteArray &before, const QByteArray &after, const QString &name, bool enabled);
};

static QByteArray oneOf(QRandomGenerator &random, const QByteArrayList &choices)
{
    return choices[random.bounded(choices.size())];
}

QByteArray TestCatalogWalk::field(QRandomGenerator &random, const QByteArray &indentation)
{
    const QByteArray comment = oneOf(random, {"", "", "  # note", " # enabled: false", "\t# tab"});
    switch (random.bounded(8)) {
    case 0:
        return indentation +
               "description: " + oneOf(random, {"plain words", "\"quoted: # \\\" text\"", "'it''s'", "Grüße 😀"}) +
               comment + '\n';
    case 1:
        return indentation + "headers: { Authorization: \"Bearer ${T}\", X: y }" + comment + '\n';
    case 2:
        return indentation + "headers:\n" + indentation + "    X: y\n" + indentation + "    Z: w" + comment + '\n';
    case 3:
        return indentation + "description: |\n" + indentation + "  enabled: true\n\n" + indentation + "  more\n";
    case 4:
        return indentation + "timeout_s: 10" + comment + '\n';
    case 5:
        return indentation + "x-own: [1, {enabled: true}]" + comment + '\n';
    case 6:
        return indentation + "description: folded\n" + indentation + "    over lines\n";
    default:
        return indentation + "service: mcp_x" + comment + '\n';
    }
}

QByteArray TestCatalogWalk::document(QRandomGenerator &random, int servers)
{
    QByteArray text =
        oneOf(random, {"", "# My servers\n\n", "---\n", ".base: &base {timeout_s: 7, enabled: false}\n.on: &on yes\n"});
    const bool base = text.contains("&base");
    for (int i = 0; i < servers; ++i) {
        const QByteArray name = "s" + QByteArray::number(i);
        const QByteArray value = oneOf(random, {"true", "False", "yes", "OFF", "on", "no", base ? "*on" : "on"});
        if (random.bounded(5) == 0) {
            text += name + ": {url: http://h" +
                    oneOf(random, {"", ", enabled: " + value + " ", ", description: \"}, enabled\""}) + "}\n";
            continue;
        }
        const QByteArray indentation(1 + random.bounded(6), ' ');
        QByteArrayList fields{indentation + "url: http://h/" + name + '\n'};
        if (random.bounded(3) > 0)
            fields.append(indentation + "enabled:" + oneOf(random, {" ", "   "}) + value +
                          oneOf(random, {"", " # why"}) + '\n');
        if (base && random.bounded(3) == 0)
            fields.append(indentation + "<<: *base\n");
        const QByteArray extra = field(random, indentation);
        if (random.bounded(2) == 0 && !(base && extra.contains("timeout_s")))
            fields.insert(random.bounded(fields.size() + 1), extra);
        text += oneOf(random, {"", "\n", "# next\n"}) + oneOf(random, {name, '"' + name + '"'}) + ":" +
                oneOf(random, {"", " # who"}) + "\n" + fields.join();
    }
    if (random.bounded(3) == 0 && text.endsWith('\n'))
        text.chop(1);
    if (random.bounded(3) == 0)
        text.replace("\n", "\r\n");
    if (random.bounded(4) == 0)
        text.prepend("\xEF\xBB\xBF");
    return text;
}

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
    QByteArray text = document(random, 1 + random.bounded(8));
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
