#include "app/desktop/translations.h"
#include "tests/desktop/settings_fixture.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QQmlContext>
#include <QQmlEngine>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// One text of the sources and what it is in another language.
struct Message {
    QString context;
    QString source;
    QString text;
};

namespace
{

QList<Message> messagesOf(const QString &language)
{
    QFile file(QStringLiteral(NOVA_TRANSLATIONS "/nova_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    Message message;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            message.context = xml.readElementText();
        } else if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const bool finished = xml.attributes().value("type"_L1) != u"unfinished";
            message.text = finished ? xml.readElementText() : QString();
            messages.append(message);
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

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

void visit(QQuickItem &item, const std::function<void(QQuickItem &)> &look)
{
    const QList<QQuickItem *> children = item.childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        look(*child);
        visit(*child, look);
    }
}

bool isWithin(const QQuickItem &item, const QString &name)
{
    for (const QQuickItem *around = &item; around; around = around->parentItem()) {
        if (around->objectName() == name)
            return true;
    }
    return false;
}

/// Texts that begin where the line begins in English, in a window whose lines begin at the right. Code does everywhere.
QStringList notMirrored(QQuickWindow &window)
{
    QStringList wrong;
    visit(*window.contentItem(), [&](QQuickItem &item) {
        if (!item.inherits("QQuickText") || item.property("text").toString().isEmpty() ||
            item.property("contentWidth").toReal() > item.width() - 2)
            return;
        for (const QString &code : {u"codeView"_s, u"promptPreview"_s, u"diffLines"_s, u"diffTitles"_s}) {
            if (isWithin(item, code))
                return;
        }
        const QQmlContext *context = qmlContext(&item);
        // What is written into a field runs as it runs.
        if (item.parentItem()->inherits("QQuickTextInput") || item.parentItem()->inherits("QQuickTextEdit"))
            return;
        if (item.property("effectiveHorizontalAlignment").toInt() == Qt::AlignLeft &&
            item.property("horizontalAlignment").toInt() != Qt::AlignRight)
            wrong.append((context ? context->baseUrl().fileName() : QString()) + u": "_s +
                         item.property("text").toString());
    });
    return wrong;
}

/// Texts beside each other of which one is written over the other.
QStringList overlappingTexts(QQuickWindow &window)
{
    QHash<QQuickItem *, QList<QQuickItem *>> texts;
    visit(*window.contentItem(), [&](QQuickItem &item) {
        if (item.inherits("QQuickText") && !item.property("text").toString().isEmpty())
            texts[item.parentItem()].append(&item);
    });
    const auto painted = [](const QQuickItem &item) {
        const qreal width = item.property("contentWidth").toReal();
        const bool right = item.property("effectiveHorizontalAlignment").toInt() == Qt::AlignRight;
        return QRectF(right ? item.x() + item.width() - width : item.x(), item.y(), width,
                      item.property("contentHeight").toReal());
    };
    QStringList overlapping;
    for (const QList<QQuickItem *> &siblings : std::as_const(texts)) {
        for (qsizetype i = 1; i < siblings.size(); ++i) {
            const QRectF both = painted(*siblings[i]) & painted(*siblings[i - 1]);
            if (both.width() > 1 && both.height() > 2)
                overlapping.append(siblings[i - 1]->property("text").toString() + u" / "_s +
                                   siblings[i]->property("text").toString());
        }
    }
    return overlapping;
}

/// Texts of the window, as opposed to those of files, that do not show all of themselves.
QStringList cutTexts(QQuickWindow &window)
{
    const QSet<QString> written = [] {
        QSet<QString> texts;
        for (const QString &language : {u"de"_s, u"ar"_s}) {
            for (const Message &message : messagesOf(language))
                texts.insert(message.text);
        }
        return texts;
    }();
    QStringList cut;
    visit(*window.contentItem(), [&](QQuickItem &item) {
        if (!item.inherits("QQuickText") || item.width() <= 0)
            return;
        const QString text = item.property("text").toString();
        if (!written.contains(text))
            return;
        const bool wraps = item.property("wrapMode").toInt() != 0;
        const bool wide = !wraps && item.property("contentWidth").toReal() > item.width() + 1;
        const qreal left = item.mapToScene({0, 0}).x();
        // The kinds of events can be moved.
        const bool outside = !isWithin(item, u"eventKinds"_s) && (left < 0 || left + item.width() > window.width());
        if (item.property("truncated").toBool() || wide || outside)
            cut.append(text);
    });
    return cut;
}

} // namespace

/// The window in other languages.
class TestLanguages : public QObject
{
    Q_OBJECT

    /// What QML complained about since the last call. The program under test has a log of its own, which takes the
    /// warnings that QTest would see.
    static QStringList complaints()
    {
        static QStringList heard;
        static QtMessageHandler before = nullptr;
        const auto hear = [](QtMsgType type, const QMessageLogContext &context, const QString &message) {
            if (message.contains(u"qrc:") || message.contains(u"QML"))
                heard.append(message);
            before(type, context, message);
        };
        if (const QtMessageHandler last = qInstallMessageHandler(hear); last != +hear)
            before = last;
        return std::exchange(heard, {});
    }

    /// Shows one thing after the other and has each looked at.
    static void walk(SettingsFixture &nova, const QString &prefix, const std::function<void(const QString &)> &look)
    {
        (void)complaints();
        const auto seen = [&](const QString &name) {
            nova.window().grabWindow(); // What was just shown has its place from the next picture on.
            (void)nova.picture(prefix + name);
            look(name);
        };
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&nova.window(), key, modifiers);
        };
        const QStringList pages{u"servers"_s, u"prompt"_s, u"health"_s, u"events"_s, u"configuration"_s, u"settings"_s};
        for (int page = 0; page < pages.size(); ++page) {
            press(Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
            QTRY_COMPARE(nova.window().property("page").toInt(), page);
            seen(pages[page]);
        }
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_Home);
        press(Qt::Key_Return);
        QTRY_VERIFY(nova.item(u"detailsPane"_s));
        seen(u"details"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!nova.item(u"detailsPane"_s));
        const QList<std::tuple<QString, Qt::Key, Qt::KeyboardModifiers, QString>> dialogs{
            {u"keys"_s, Qt::Key_Question, {}, u"keysHelp"_s},
            {u"form"_s, Qt::Key_A, {}, u"formName"_s},
            {u"import"_s, Qt::Key_I, Qt::ControlModifier, u"importText"_s},
            {u"export"_s, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier, u"exportChosen"_s}};
        for (const auto &[name, key, modifiers, item] : dialogs) {
            press(key, modifiers);
            QTRY_VERIFY2(nova.item(item), qPrintable(name));
            seen(name);
            press(Qt::Key_Escape);
            QTRY_VERIFY2(!nova.item(item), qPrintable(name));
        }
        walkDrafts(nova, seen);
        walkQuestions(nova, seen);
        QCOMPARE(complaints().join(u'\n'), QString());
    }
    static void press(SettingsFixture &nova, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&nova.window(), key, modifiers);
    }
    static void click(SettingsFixture &nova, const QString &name)
    {
        QTRY_VERIFY2(nova.item(name) && nova.item(name)->isEnabled(), qPrintable(name));
        nova.window().grabWindow();
        nova.click(nova.item(name));
    }
    /// A draft, a place that was looked for, a conflict, earlier texts and what going back would do.
    static void walkDrafts(SettingsFixture &nova, const std::function<void(const QString &)> &seen)
    {
        const QString file = nova.root() + u"/prompts/NOVA_SYSTEM_PROMPT.md"_s;
        const QByteArray before = Scratch::read(file);
        press(nova, Qt::Key_2, Qt::ControlModifier);
        press(nova, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(nova.item(u"codeText"_s) && nova.item(u"codeText"_s)->hasActiveFocus());
        press(nova, Qt::Key_X);
        QTRY_VERIFY(nova.item(u"save"_s) && nova.item(u"save"_s)->isEnabled());
        press(nova, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(nova.item(u"findField"_s));
        seen(u"find"_s);
        press(nova, Qt::Key_Escape);
        Scratch::write(file, before + "\nOne line more.\n");
        QTRY_VERIFY(nova.item(u"compare"_s));
        seen(u"conflict"_s);
        click(nova, u"compare"_s);
        seen(u"differences"_s);
        press(nova, Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(nova.item(u"unsavedStay"_s));
        seen(u"unsaved"_s);
        click(nova, u"unsavedStay"_s);
        QTRY_VERIFY(!nova.item(u"unsavedStay"_s));
        click(nova, u"takeTheirs"_s);
        seen(u"taken"_s);
        click(nova, u"mode2"_s);
        QTRY_VERIFY(nova.item(u"restore"_s) && nova.item(u"restore"_s)->isEnabled());
        seen(u"versions"_s);
        click(nova, u"restore"_s);
        QTRY_VERIFY(nova.item(u"restoreGo"_s));
        seen(u"restore"_s);
        press(nova, Qt::Key_Escape);
        QTRY_VERIFY(!nova.item(u"restoreGo"_s));
    }
    /// Menus, and what asks before it does something.
    static void walkQuestions(SettingsFixture &nova, const std::function<void(const QString &)> &seen)
    {
        QMetaObject::invokeMethod(&nova.window(), "openRestart", Q_ARG(QString, u"gmail"_s));
        QTRY_VERIFY(nova.item(u"restartGo"_s));
        seen(u"restart"_s);
        press(nova, Qt::Key_Escape);
        QTRY_VERIFY(!nova.item(u"restartGo"_s));
        click(nova, u"connectionButton"_s);
        QTRY_VERIFY(nova.item(u"connectToAnother"_s));
        seen(u"connections"_s);
        click(nova, u"connectToAnother"_s);
        QTRY_VERIFY(nova.item(u"connectAddress"_s));
        seen(u"connect"_s);
        press(nova, Qt::Key_Escape);
        press(nova, Qt::Key_1, Qt::ControlModifier);
        click(nova, u"more"_s);
        QTRY_VERIFY(nova.item(u"menuRemove"_s));
        seen(u"menu"_s);
        press(nova, Qt::Key_Escape);
        press(nova, Qt::Key_6, Qt::ControlModifier);
        nova.toggle(u"desktop.notifications"_s);
        QTRY_VERIFY(nova.item(u"settingsApply"_s));
        seen(u"draft"_s);
        click(nova, u"settingsCancel"_s);
    }
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
