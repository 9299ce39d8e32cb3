#include "app/desktop/translations.h"
#include "tests/desktop/settings_fixture.h"
#include "tests/desktop/window_texts.h"
#include "tests/desktop/window_walk.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

/// The places for names and numbers in a text, sorted.
QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(u"%[0-9]"_s);
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places.append(found.next().captured());
    places.sort();
    places.removeDuplicates();
    return places;
}

/// Asks nothing but the other translators, and notes what was asked for in a context where they have nothing.
class Listener : public QTranslator
{
public:
    explicit Listener(const QString &language)
    {
        for (const Message &message : messagesOf(language)) {
            m_sources.insert(message.source);
            m_known.insert({message.context, message.source});
        }
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QString where = QString::fromUtf8(context);
        const QString what = QString::fromUtf8(source);
        if (m_sources.contains(what) && !m_known.contains({where, what}))
            missed.insert(where + u": "_s + what);
        return {};
    }

    mutable QSet<QString> missed;

private:
    QSet<QString> m_sources;
    QSet<std::pair<QString, QString>> m_known;
};

} // namespace

/// The window in other languages.
class TestLanguages : public QObject
{
    Q_OBJECT

    static qreal middle(const QQuickItem &item) { return item.mapToScene({item.width() / 2, 0}).x(); }

private Q_SLOTS:
    // What QML complains about is a bug in it.
    void init() { QTest::failOnWarning(QRegularExpression(u"qrc:|QML"_s)); }
    void choosesALanguage_data();
    void choosesALanguage();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void germanFits_data();
    void germanFits();
    void arabicIsMirrored();
    void numbersHaveTheSameDigitsEverywhere();
    void leavesNothingBehind();
};

void TestLanguages::choosesALanguage_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("shown");
    QTest::newRow("that of the system") << u"system"_s << QStringList{u"de-AT"_s, u"de"_s, u"en"_s} << u"de"_s;
    QTest::newRow("the first that there is") << u"system"_s << QStringList{u"eo"_s, u"ar-EG"_s, u"en"_s} << u"ar"_s;
    QTest::newRow("none that there is") << u"system"_s << QStringList{u"eo"_s} << u"en"_s;
    QTest::newRow("no language at all") << u"system"_s << QStringList{u"C"_s} << u"en"_s;
    QTest::newRow("that of the setting") << u"en"_s << QStringList{u"de-DE"_s} << u"en"_s;
    QTest::newRow("other than that of the system") << u"ar"_s << QStringList{u"de-DE"_s} << u"ar"_s;
}

void TestLanguages::choosesALanguage()
{
    QFETCH(const QString, setting);
    QFETCH(const QStringList, wanted);
    QTEST(Translations::languageFor(setting, wanted), "shown");
}

void TestLanguages::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << u"de"_s;
    QTest::newRow("Arabic") << u"ar"_s;
}

void TestLanguages::everyTextIsTranslated()
{
    QFETCH(const QString, language);
    const QList<Message> messages = messagesOf(language);
    QVERIFY(messages.size() > 500);
    const Translations translations(language);
    for (const Message &message : messages) {
        QVERIFY2(!message.text.isEmpty(), qPrintable(message.source));
        QVERIFY2(placesOf(message.text) == placesOf(message.source), qPrintable(message.text));
        QVERIFY2(!message.text.contains(u'!') || message.source.contains(u'!'), qPrintable(message.text));
        // The program holds what the file holds.
        QCOMPARE(QCoreApplication::translate(message.context.toUtf8().constData(), message.source.toUtf8().constData()),
                 message.text);
    }
}

void TestLanguages::germanFits_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("as it opens") << 1040;
    QTest::newRow("as narrow as it gets") << 560;
}

void TestLanguages::germanFits()
{
    QFETCH(const int, width);
    const Translations translations(u"de"_s);
    Listener listener(u"de"_s);
    QCoreApplication::installTranslator(&listener);
    SettingsFixture nova("desktop:\n  theme: light\n");
    nova.window().resize(width, 680);
    QVERIFY(nova.open());
    QTRY_COMPARE(nova.window().width(), width);
    QCOMPARE(nova.item(u"serversButton"_s)->property("text").toString(), u"Server"_s);
    QStringList cut;
    walk(nova, u"german-%1-"_s.arg(width), [&](const QString &name) {
        const QStringList texts = cutTexts(nova.window()) + overlappingTexts(nova.window());
        for (const QString &text : texts)
            cut.append(name + u": "_s + text);
    });
    QCOMPARE(cut.join(u'\n'), QString());
    QCOMPARE(QStringList(listener.missed.values()).join(u'\n'), QString());
}

void TestLanguages::arabicIsMirrored()
{
    const Translations translations(u"ar"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    Listener listener(u"ar"_s);
    QCoreApplication::installTranslator(&listener);
    QStringList wrong;
    for (const int width : {1040, 560}) {
        SettingsFixture nova("desktop:\n  theme: light\n");
        nova.window().resize(width, 680);
        QVERIFY(nova.open());
        QTRY_COMPARE(nova.window().width(), width);
        nova.window().grabWindow();
        const QQuickItem &rail = *nova.item(u"serversButton"_s);
        QCOMPARE(rail.property("text").toString(), u"الخوادم"_s);
        QVERIFY(middle(rail) > width * 3 / 4);
        // The switch of a setting is at the other end of its row, where there is room for both beside each other.
        if (width == 1040)
            QTRY_VERIFY(middle(*nova.control(u"desktop.notifications"_s, u"switch"_s)) <
                        middle(*nova.item(u"setting:desktop.notifications"_s)));
        walk(nova, u"arabic-%1-"_s.arg(width), [&](const QString &name) {
            const QStringList texts =
                notMirrored(nova.window()) + cutTexts(nova.window()) + overlappingTexts(nova.window());
            for (const QString &text : texts)
                wrong.append(name + u": "_s + text);
            if (name != u"configuration")
                return;
            // Code is written from left to right everywhere.
            QTRY_VERIFY(nova.item(u"codeText"_s));
            QVERIFY(middle(*nova.item(u"lineNumbers"_s)) < middle(*nova.item(u"codeText"_s)));
        });
    }
    QCOMPARE(wrong.join(u'\n'), QString());
    QCOMPARE(QStringList(listener.missed.values()).join(u'\n'), QString());
}

void TestLanguages::numbersHaveTheSameDigitsEverywhere()
{
    for (const QString &language : {u"en"_s, u"de"_s, u"ar"_s}) {
        const Translations translations(language);
        QCOMPARE(QLocale().toString(1987).remove(QRegularExpression(u"[^0-9]"_s)), QString::number(1987));
    }
}

void TestLanguages::leavesNothingBehind()
{
    const QLocale before;
    {
        const Translations translations(u"ar"_s);
        QCOMPARE(translations.language(), u"ar"_s);
        QCOMPARE(QLocale().language(), QLocale::Arabic);
    }
    QCOMPARE(QLocale(), before);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    QCOMPARE(QCoreApplication::translate("Rail", "Servers"), u"Servers"_s);
}

} // namespace nova::test

int main(int argc, char *argv[])
{
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    nova::test::TestLanguages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_languages.moc"
