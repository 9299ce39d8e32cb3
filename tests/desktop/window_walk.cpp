#include "tests/desktop/window_walk.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

/// What QML complained about since the last call. The program under test has a log of its own, which takes the
/// warnings that QTest would see.
QStringList complaints()
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

void press(SettingsFixture &nova, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(&nova.window(), key, modifiers);
}
void click(SettingsFixture &nova, const QString &name)
{
    QTRY_VERIFY2(nova.item(name) && nova.item(name)->isEnabled(), qPrintable(name));
    nova.window().grabWindow();
    nova.click(nova.item(name));
}
/// A draft, a place that was looked for, a conflict, earlier texts and what going back would do.
void walkDrafts(SettingsFixture &nova, const std::function<void(const QString &)> &seen)
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
void walkQuestions(SettingsFixture &nova, const std::function<void(const QString &)> &seen)
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

} // namespace

void walk(SettingsFixture &nova, const QString &prefix, const std::function<void(const QString &)> &look)
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

} // namespace nova::test
