#include "core/base/utc.h"
#include "tests/desktop/stage.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What can be made to be seen.

namespace nova::test
{

namespace
{

bool servers(Stage &stage)
{
    return stage.page(Qt::Key_1, u"serverList"_s) &&
           QTest::qWaitFor([&] { return stage.item(u"serverList"_s)->hasActiveFocus(); });
}

bool serverDetails(Stage &stage)
{
    if (!servers(stage))
        return false;
    stage.key(Qt::Key_Home);
    stage.key(Qt::Key_Return);
    return stage.waitFor(u"detailsPane"_s) && stage.waitFor(u"outage"_s);
}

bool editsPrompt(Stage &stage)
{
    if (!stage.page(Qt::Key_2, u"promptText"_s))
        return false;
    stage.key(Qt::Key_E, Qt::ControlModifier);
    return stage.waitFor(u"codeText"_s) &&
           QTest::qWaitFor([&] { return stage.item(u"codeText"_s)->property("length").toInt() > 100; });
}

bool promptVersions(Stage &stage)
{
    if (!stage.page(Qt::Key_2, u"mode2"_s))
        return false;
    QMetaObject::invokeMethod(stage.item(u"mode2"_s), "clicked");
    return stage.waitFor(u"versionList"_s);
}

/// A mistake is typed; the file is as it was.
bool configuration(Stage &stage)
{
    if (!stage.page(Qt::Key_5, u"codeText"_s))
        return false;
    QQuickItem *text = stage.item(u"codeText"_s);
    if (!QTest::qWaitFor([&] { return text->property("length").toInt() > 100 && text->hasActiveFocus(); }))
        return false;
    stage.key(Qt::Key_End, Qt::ControlModifier);
    stage.key(Qt::Key_Up);
    stage.key(Qt::Key_End);
    stage.key(Qt::Key_Return);
    for (const char *c = "probe: maybe"; *c; ++c)
        QTest::keyClick(&stage.window(), *c);
    return stage.waitFor(u"tint"_s);
}

bool events(Stage &stage)
{
    if (!stage.page(Qt::Key_4, u"eventList"_s) ||
        !QTest::qWaitFor([&] { return stage.item(u"eventList"_s)->hasActiveFocus(); }))
        return false;
    stage.key(Qt::Key_Home);
    stage.key(Qt::Key_Return);
    return stage.waitFor(u"eventPane"_s);
}

bool opens(Stage &stage, Qt::Key key, Qt::KeyboardModifiers with, const QString &item)
{
    if (!servers(stage))
        return false;
    stage.key(Qt::Key_Home);
    stage.key(key, with);
    return stage.waitFor(item);
}

bool unsaved(Stage &stage)
{
    if (!configuration(stage))
        return false;
    stage.key(Qt::Key_Q, Qt::ControlModifier);
    return stage.waitFor(u"unsavedStay"_s);
}

bool connectDialog(Stage &stage)
{
    return servers(stage) && stage.item(u"connectionButton"_s) &&
           QMetaObject::invokeMethod(stage.item(u"connectionButton"_s), "anotherWanted") &&
           stage.waitFor(u"connectAddress"_s);
}

bool away(Stage &stage)
{
    LinkState link;
    link.phase = LinkState::Phase::Away;
    link.address = u"http://nova-2.example.org:8765"_s;
    link.problem = u"Nothing listens there: the connection was refused."_s;
    link.since = utcTime(QDate(2025, 4, 14), QTime(11, 0));
    stage.nova().setLink(link);
    return serverDetails(stage) && stage.waitFor(u"linkHeadline"_s);
}

} // namespace

const QList<Stage::Scene> &Stage::scenes()
{
    static const QList<Scene> all{
        {"servers", serverDetails},
        {"prompt", [](Stage &stage) { return stage.page(Qt::Key_2, u"promptText"_s) && stage.waitFor(u"piece"_s); }},
        {"prompt-edit", editsPrompt},
        {"prompt-versions", promptVersions},
        {"health", [](Stage &stage) { return stage.page(Qt::Key_3, u"healthGrid"_s); }},
        {"events", events},
        {"configuration", configuration},
        {"settings", [](Stage &stage) { return stage.page(Qt::Key_6, u"setting:log.format"_s); }},
        {"add", [](Stage &stage) { return opens(stage, Qt::Key_A, {}, u"formMore"_s); }},
        {"edit", [](Stage &stage) { return opens(stage, Qt::Key_E, {}, u"formMore"_s); }},
        {"restart", [](Stage &stage) { return opens(stage, Qt::Key_R, Qt::ShiftModifier, u"restartDialog"_s); }},
        {"import", [](Stage &stage) { return opens(stage, Qt::Key_I, Qt::ControlModifier, u"importClose"_s); }},
        {"export",
         [](Stage &stage) {
             return opens(stage, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier, u"exportClose"_s);
         }},
        {"connect", connectDialog},
        {"unsaved", unsaved},
        {"keys", [](Stage &stage) { return opens(stage, Qt::Key_Question, {}, u"keysHelp"_s); }},
        {"broken",
         [](Stage &stage) {
             stage.nova().breakCatalog();
             return servers(stage) && stage.waitFor(u"findings"_s);
         }},
        {"empty",
         [](Stage &stage) {
             stage.nova().clear();
             return stage.page(Qt::Key_1, u"emptyAdd"_s);
         }},
        {"many",
         [](Stage &stage) {
             stage.nova().fillWith(1000);
             return servers(stage);
         }},
        {"away", away},
    };
    return all;
}

} // namespace nova::test
