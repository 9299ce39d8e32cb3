#include "app/desktop/viewmodels/versions_model.h"
#include "core/documents/line_diff.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

using Kind = DiffRow::Kind;

/// Earlier texts: the list of them, what differs, and the way back.
class TestVersionsModel : public QObject
{
    Q_OBJECT

    static DocumentVersion version(const QString &id, int minutesAgo)
    {
        return {id,  QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo), u"file"_s, u"0123456789ab"_s, {3, 1},
                2100};
    }
    static TextDiff diff(const QByteArray &before, const QByteArray &after)
    {
        return {u"v2"_s, u"current"_s, countChangedLines(before, after), unifiedDiff(before, after)};
    }
    /// A model somebody looks at, of two versions.
    struct Listed {
        FakeNova nova;
        VersionsModel model{nova, DocumentKind::Prompt};

        Listed()
        {
            nova.setPromptText("now\n", u"p1"_s);
            model.setActive(true);
            nova.askedVersions.takeFirst().reply(QList<DocumentVersion>{version(u"v2"_s, 5), version(u"v1"_s, 90)});
        }
    };
    static QList<DiffRow> rowsOf(const QByteArray &before, const QByteArray &after)
    {
        return diffRows(unifiedDiff(before, after), countLines(before));
    }

private Q_SLOTS:
    void listsNothingForNobody();
    void saysWhyThereIsNoList();
    void showsVersions();
    void comparesTheChosenOne();
    void aVersionThatIsGoneIsNotChosen();
    void restoresWhatIsChosen();
    void aRestoreThatCameSecondChangesNothing();
    void cannotRestoreWhatCannotBeSaved();
    void takesARestoreBack();
    void rowsStandBesideEachOther();
    void rowsMarkWhatDiffers_data();
    void rowsMarkWhatDiffers();
    void rowsFoldWhatIsTheSame();
    void rowsKeepTheirNumbers();
    void linesAreShownAsTheyAre();
    void modelSaysWhatItShows();
};

void TestVersionsModel::listsNothingForNobody()
{
    FakeNova nova;
    VersionsModel model(nova, DocumentKind::Catalog);
    nova.setServers({}, u"r2"_s);
    QVERIFY(nova.askedVersions.isEmpty());
    model.setActive(true);
    QCOMPARE(nova.askedVersions.size(), 1);
    QCOMPARE(nova.askedVersions.first().command, DocumentKind::Catalog);
    QVERIFY(model.isLoading());
    nova.setServers({}, u"r3"_s); // What is on its way may be older than this.
    nova.askedVersions.takeFirst().reply(QList<DocumentVersion>{});
    QTRY_COMPARE(nova.askedVersions.size(), 1);
}

void TestVersionsModel::saysWhyThereIsNoList()
{
    FakeNova nova;
    VersionsModel model(nova, DocumentKind::Prompt);
    model.setActive(true);
    nova.askedVersions.takeFirst().reply(failure(ErrorCode::Unavailable, u"Nova is away."_s));
    QTRY_COMPARE(model.problem(), u"Nova is away."_s);
    QVERIFY(!model.isLoading());
    QVERIFY(!model.canRestore());
    nova.setLink({LinkState::Phase::Away});
    nova.setLink({LinkState::Phase::Connected});
    QCOMPARE(nova.askedVersions.size(), 1); // It is back: once more.
}

void TestVersionsModel::showsVersions()
{
    Listed listed;
    const QAbstractItemModelTester tester(&listed.model);
    QTRY_COMPARE(listed.model.count(), 2);
    const auto data = [&listed](int role) { return listed.model.data(listed.model.index(0), role); };
    QCOMPARE(data(VersionsModel::WhenRole).toString(), u"5 minutes ago"_s);
    QCOMPARE(data(VersionsModel::CauseRole).toString(), u"replaced in the file"_s);
    QCOMPARE(data(VersionsModel::AddedRole).toInt(), 3);
    QCOMPARE(data(VersionsModel::RemovedRole).toInt(), 1);
    QCOMPARE(data(VersionsModel::SizeRole).toString(), u"2.1 kB"_s);
}

void TestVersionsModel::comparesTheChosenOne()
{
    Listed listed;
    QTRY_COMPARE(listed.nova.askedDiffs.size(), 1); // The newest one, by itself.
    listed.model.choose(1);
    QCOMPARE(listed.nova.askedDiffs.size(), 2);
    QCOMPARE(listed.nova.askedDiffs[1].command.id, u"v1"_s);
    QCOMPARE(listed.nova.askedDiffs[1].command.to, u"current"_s);
    // The answers come in another order.
    listed.nova.askedDiffs[1].reply(diff("old\n", "now\n"));
    QTRY_COMPARE(listed.model.diff()->count(), 1);
    listed.nova.askedDiffs[0].reply(diff("a\nb\nc\n", "now\n"));
    listed.model.choose(0);
    QTRY_COMPARE(listed.nova.askedDiffs.size(), 3);
    QCOMPARE(listed.model.diff()->rows().first().left, u"old"_s);
    listed.nova.askedDiffs[2].reply(failure(ErrorCode::NotFound, u"There is no such version."_s));
    QTRY_COMPARE(listed.model.problem(), u"There is no such version."_s);
    QCOMPARE(listed.model.diff()->count(), 0);
}

void TestVersionsModel::aVersionThatIsGoneIsNotChosen()
{
    Listed listed;
    QTRY_COMPARE(listed.model.count(), 2);
    listed.model.choose(1);
    QCOMPARE(listed.model.chosen(), 1);
    listed.nova.setPromptText("newer\n", u"p2"_s);
    listed.nova.askedVersions.takeFirst().reply(QList<DocumentVersion>{version(u"v3"_s, 0), version(u"v2"_s, 5)});
    QTRY_COMPARE(listed.model.chosen(), 0);
    QCOMPARE(listed.nova.askedDiffs.last().command.id, u"v3"_s);
}

void TestVersionsModel::restoresWhatIsChosen()
{
    Listed listed;
    QTRY_COMPARE(listed.model.count(), 2);
    listed.model.choose(1);
    QSignalSpy restored(&listed.model, &VersionsModel::restored);
    QVERIFY(listed.model.canRestore());
    listed.model.restore();
    QVERIFY(listed.model.isRestoring() && !listed.model.canRestore());
    listed.model.restore(); // Once is enough.
    QCOMPARE(listed.nova.askedRestores.size(), 1);
    const auto asked = listed.nova.askedRestores.takeFirst();
    QCOMPARE(asked.command.id, u"v1"_s);
    QCOMPARE(asked.command.ifMatch, u"p1"_s);
    QCOMPARE(asked.command.document, DocumentKind::Prompt);
    asked.reply(TextSaved{true, u"p2"_s, u"v3"_s});
    QTRY_COMPARE(restored.size(), 1);
    QVERIFY(restored[0][1].toBool());
    QVERIFY(!listed.model.isRestoring());
}

void TestVersionsModel::aRestoreThatCameSecondChangesNothing()
{
    Listed listed;
    QTRY_COMPARE(listed.model.count(), 2);
    QSignalSpy failed(&listed.model, &VersionsModel::failed);
    listed.model.restore();
    listed.nova.askedRestores.takeFirst().reply(failure(ErrorCode::StaleRevision, u"…"_s));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"Nothing was restored"_s));
    listed.model.undoRestore();
    QVERIFY(listed.nova.askedRestores.isEmpty());
}

void TestVersionsModel::cannotRestoreWhatCannotBeSaved()
{
    Listed listed;
    QTRY_VERIFY(listed.model.canRestore());
    PromptState prompt = *listed.nova.state()->prompt;
    prompt.file.writable = false;
    listed.nova.setPrompt(prompt);
    QVERIFY(!listed.model.canRestore());
    prompt.file.state = DocumentStatus::State::Missing;
    listed.nova.setPrompt(prompt);
    QVERIFY(listed.model.canRestore());
    listed.nova.setLink({LinkState::Phase::Away});
    QVERIFY(!listed.model.canRestore());
    listed.model.restore();
    QVERIFY(listed.nova.askedRestores.isEmpty());
}

void TestVersionsModel::takesARestoreBack()
{
    Listed listed;
    QTRY_COMPARE(listed.model.count(), 2);
    QSignalSpy restored(&listed.model, &VersionsModel::restored);
    listed.model.restore();
    listed.nova.askedRestores.takeFirst().reply(TextSaved{true, u"p2"_s, u"v3"_s});
    QTRY_COMPARE(restored.size(), 1);
    listed.nova.setPromptText("newer still\n", u"p3"_s); // The undo is of p2, and will be refused by Nova.
    listed.model.undoRestore();
    QCOMPARE(listed.nova.askedRestores.size(), 1);
    QCOMPARE(listed.nova.askedRestores[0].command.id, u"v3"_s);
    QCOMPARE(listed.nova.askedRestores[0].command.ifMatch, u"p2"_s);
    listed.nova.askedRestores.takeFirst().reply(TextSaved{true, u"p4"_s, u"v4"_s});
    QTRY_COMPARE(restored.size(), 2);
    QVERIFY(!restored[1][1].toBool());
}

void TestVersionsModel::rowsStandBesideEachOther()
{
    QCOMPARE(rowsOf("a\n", "a\n"), QList<DiffRow>());
    const QList<DiffRow> rows = rowsOf("a\nold one\nold two\nz\n", "a\nnew one\nz\nend\n");
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[0], (DiffRow{Kind::Same, 1, 1, u"a"_s, u"a"_s}));
    QCOMPARE(rows[1], (DiffRow{Kind::Changed, 2, 2, u"old one"_s, u"new one"_s, {0, 3}, {0, 3}}));
    QCOMPARE(rows[2], (DiffRow{Kind::Removed, 3, 0, u"old two"_s, {}}));
    QCOMPARE(rows[3], (DiffRow{Kind::Same, 4, 3, u"z"_s, u"z"_s}));
    QCOMPARE(rows[4], (DiffRow{Kind::Added, 0, 4, {}, u"end"_s}));
}

void TestVersionsModel::rowsMarkWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::newRow("in the middle") << QByteArray("abcd\n") << QByteArray("aXd\n") << u"bc"_s << u"X"_s;
    QTest::newRow("added") << QByteArray("aa\n") << QByteArray("aaa\n") << QString() << u"a"_s;
    QTest::newRow("everything") << QByteArray("ab\n") << QByteArray("cd\n") << u"ab"_s << u"cd"_s;
    QTest::newRow("a character of two units")
        << QByteArray("x\xf0\x9f\x98\x80y\n") << QByteArray("x\xf0\x9f\x98\x81y\n") << u"\U0001F600"_s
        << u"\U0001F601"_s;
    QTest::newRow("line endings") << QByteArray("ab\r\n") << QByteArray("ab\n") << u"\u240d"_s << QString();
    QTest::newRow("final newline") << QByteArray("ab") << QByteArray("ab\n") << u" \u2298"_s << QString();
    QTest::newRow("a dash in front") << QByteArray("-- a\n") << QByteArray("++ a\n") << u"--"_s << u"++"_s;
}

void TestVersionsModel::rowsMarkWhatDiffers()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const QList<DiffRow> rows = rowsOf(before, after);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].kind, Kind::Changed);
    QTEST(rows[0].left.mid(rows[0].leftPart.from, rows[0].leftPart.length), "left");
    QTEST(rows[0].right.mid(rows[0].rightPart.from, rows[0].rightPart.length), "right");
}

void TestVersionsModel::rowsFoldWhatIsTheSame()
{
    QByteArray before, after;
    for (int line = 1; line <= 100; ++line) {
        const QByteArray text = QByteArray::number(line) + '\n';
        before += text;
        after += line == 50 ? QByteArray("fifty\n") : text;
    }
    const QList<DiffRow> rows = rowsOf(before, after);
    QCOMPARE(rows.size(), 9);
    QCOMPARE(rows.first().kind, Kind::Fold);
    QCOMPARE(rows.first().folded, 46);
    QCOMPARE(rows[1].leftNumber, 47);
    QCOMPARE(rows[4].kind, Kind::Changed);
    QCOMPARE(rows.last().folded, 47);
    // Without the number of lines, nothing is said of the end.
    QCOMPARE(diffRows(unifiedDiff(before, after)).last().kind, Kind::Same);
}

void TestVersionsModel::rowsKeepTheirNumbers()
{
    // Hunks of which one side is empty name the line before.
    const QList<DiffRow> begun = rowsOf("", "a\nb\n");
    QCOMPARE(begun.size(), 2);
    QCOMPARE(begun[1], (DiffRow{Kind::Added, 0, 2, {}, u"b"_s}));
    const QList<DiffRow> ended = rowsOf("a\nb\n", "");
    QCOMPARE(ended.size(), 2);
    QCOMPARE(ended[1], (DiffRow{Kind::Removed, 2, 0, u"b"_s, {}}));
    QByteArray before, after("first\n");
    for (int line = 1; line <= 20; ++line) {
        before += QByteArray::number(line) + '\n';
        after += QByteArray::number(line) + '\n';
    }
    after += "last\n";
    const QList<DiffRow> rows = rowsOf(before, after);
    QCOMPARE(rows.first(), (DiffRow{Kind::Added, 0, 1, {}, u"first"_s}));
    QCOMPARE(rows.last(), (DiffRow{Kind::Added, 0, 22, {}, u"last"_s}));
}

void TestVersionsModel::linesAreShownAsTheyAre()
{
    QCOMPARE(markedLine(u"a < b & c"_s, {}), u"a &lt; b &amp; c"_s);
    QCOMPARE(markedLine(u"  url: x"_s, {7, 1}), u"&nbsp; url:&nbsp;<b><u>x</u></b>"_s);
    QCOMPARE(markedLine({}, {}), QString());
}

void TestVersionsModel::modelSaysWhatItShows()
{
    DiffModel model;
    const QAbstractItemModelTester tester(&model);
    model.compare(u"a\nb\n"_s, u"a\nc\nd\n"_s);
    QCOMPARE(model.count(), 3);
    QCOMPARE(model.added(), 2);
    QCOMPARE(model.removed(), 1);
    QCOMPARE(model.data(model.index(1), DiffModel::SpokenRole).toString(), u"Line 2, changed from: b, to: c"_s);
    model.clear();
    QCOMPARE(model.count(), 0);
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestVersionsModel)
#include "tst_versions_model.moc"
