#include "app/desktop/viewmodels/prompt_model.h"
#include "app/desktop/viewmodels/words.h"
#include "tests/qml/fake_nova.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The prompt as the page shows it: rendered, with what is known about the file, in place when it changes.
class TestPromptModel : public QObject
{
    Q_OBJECT

    static QByteArray longText(int from, int to)
    {
        QByteArray text;
        for (int number = from; number < to; ++number)
            text += "## Title " + QByteArray::number(number) + "\n\nSome *words* about it, enough to fill a line.\n\n";
        return text;
    }

private Q_SLOTS:
    void shortTextsAreThereAtOnce();
    void longTextsAreRenderedElsewhere();
    void onlyWhatDiffersIsReplaced();
    void saysWhereAChangeCameFrom();
    void tellsSizesAndTimes();
};

void TestPromptModel::shortTextsAreThereAtOnce()
{
    FakeNova nova;
    nova.setPromptText("# Hello\n\nYou are *Nova*.\n", u"p1"_s);
    PromptModel model(nova);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.html(), u"<h1>Hello</h1><p>You are <i>Nova</i>.</p>"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.path(), u"/here/PROMPT.md"_s);
    QCOMPARE(model.summary(), u"3 lines · 25 bytes"_s);
    QVERIFY(model.hasText());
    nova.setPromptText(" \n\n", u"p2"_s);
    QVERIFY(!model.hasText());
}

void TestPromptModel::longTextsAreRenderedElsewhere()
{
    FakeNova nova;
    PromptModel model(nova);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy rendering(&model, &PromptModel::renderingChanged);
    QSignalSpy removed(&model, &PromptModel::rowsRemoved);
    nova.setPromptText(longText(0, 10'000), u"p1"_s);
    QVERIFY(model.isRendering());
    QCOMPARE(model.rowCount(), 0);
    nova.setPromptText(longText(0, 2'000), u"p2"_s);
    QTRY_VERIFY(!model.isRendering());
    QVERIFY(model.html().contains(u"Title 1999<"_s));
    QVERIFY(!model.html().contains(u"Title 2000<"_s));
    QCOMPARE(rendering.size(), 2);
    QCOMPARE(removed.size(), 0); // What was out of date when it was ready has not been shown.
}

void TestPromptModel::onlyWhatDiffersIsReplaced()
{
    FakeNova nova;
    nova.setPromptText(longText(0, 2'000), u"p1"_s);
    PromptModel model(nova);
    QTRY_VERIFY(model.rowCount() > 5);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy changed(&model, &PromptModel::dataChanged);
    QSignalSpy reset(&model, &PromptModel::modelReset);
    const int rows = model.rowCount();
    // One word at the end, as somebody writes: all that stands before it stays.
    nova.setPromptText(longText(0, 2'000) + "The end.\n", u"p2"_s);
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), rows - 1);
    QCOMPARE(reset.size(), 0);
    nova.setPromptText("short\n", u"p3"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.html(), u"<p>short</p>"_s);
}

void TestPromptModel::saysWhereAChangeCameFrom()
{
    FakeNova nova;
    PromptModel model(nova);
    nova.publish(EventType::PromptUpdated, {{u"added"_s, 2}, {u"removed"_s, 1}, {u"origin"_s, u"file"_s}});
    QCOMPARE(model.note(), u"changed in the file: 2 lines added, 1 removed"_s);
    QCOMPARE(model.changeSerial(), 1);
    nova.publish(EventType::PromptUpdated, {{u"added"_s, 2}, {u"removed"_s, 1}, {u"origin"_s, u"ui"_s}});
    QCOMPARE(model.note(), QString());
    QCOMPARE(model.changeSerial(), 1);
}

void TestPromptModel::tellsSizesAndTimes()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(sizeWords(1), u"1 byte"_s);
    QCOMPARE(sizeWords(999), u"999 bytes"_s);
    QCOMPARE(sizeWords(1'400), u"1.4 kB"_s);
    const QDateTime now(QDate(2026, 5, 12), QTime(12, 0));
    QCOMPARE(agoWords(now.addSecs(-5), now), u"just now"_s);
    QCOMPARE(agoWords(now.addSecs(-61), now), u"1 minute ago"_s);
    QCOMPARE(agoWords(now.addSecs(-300), now), u"5 minutes ago"_s);
    QVERIFY(agoWords(now.addSecs(-7200), now).startsWith(u"today at "_s));
    QVERIFY(agoWords(now.addSecs(-20 * 3600), now).startsWith(u"yesterday at "_s));
    QCOMPARE(agoWords(now.addDays(-60), now), u"13 Mar 2026"_s);
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestPromptModel)
#include "tst_prompt_model.moc"
