#include "app/desktop/viewmodels/settings_model.h"
#include "tests/qml/fake_nova.h"
#include "tests/qml/fake_settings.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

/// The settings page without a screen: what is written, what is sent, and what is said of it.
class TestSettingsModel : public QObject
{
    Q_OBJECT

    using Role = SettingsModel::Role;

    static QVariant of(const SettingsModel &model, const QString &name, int role)
    {
        return model.data(model.index(model.rowOf(name)), role);
    }
    static QString written(const SettingsModel &model, const QString &name)
    {
        return of(model, name, Role::TextRole).toString();
    }
    static QString problem(const SettingsModel &model, const QString &name)
    {
        return of(model, name, Role::ProblemRole).toString();
    }
    static void write(SettingsModel &model, const QString &name, const QString &text)
    {
        model.setText(model.rowOf(name), text);
    }

private Q_SLOTS:
    void whatCannotBeIsNotSent();
    void aRefusalStandsAtItsSetting();
    void aRefusalOfNoSettingStandsInTheBar();
    void aFileThatChangesUnderADraft();
    void everySettingHasARow();
    void sendsWhatIsDifferent();
    void cancelForgets();
    void takesBack();
    void keepsThePassword();
    void listsAndCommands();
    void backToTheDefault();
    void whatIsOverriddenCannotBeChanged();
    void ofARemoteNova();
    void filters();
    void triesRedis();
    void anOldTestIsNotTold();
    void theTokenIsHidden();
    void autostart();
    void autostartThatFails();
    void saysWhereTheFileIsWrong();
};

void TestSettingsModel::whatCannotBeIsNotSent()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    QSignalSpy attention(&model, &SettingsModel::attentionWanted);
    write(model, u"server.port"_s, u"70000"_s);
    QCOMPARE(problem(model, u"server.port"_s), u"A whole number from 0 to 65535."_s);
    model.apply();
    QCOMPARE(host.asked.size(), 0);
    QCOMPARE(attention.size(), 1);
    QCOMPARE(attention[0][0].toInt(), model.rowOf(u"server.port"_s));
    QCOMPARE(written(model, u"server.port"_s), u"70000"_s);
    write(model, u"server.port"_s, u"7000"_s);
    QCOMPARE(problem(model, u"server.port"_s), QString());
}

void TestSettingsModel::aRefusalStandsAtItsSetting()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    QSignalSpy attention(&model, &SettingsModel::attentionWanted);
    write(model, u"server.port"_s, u"80"_s);
    model.apply();
    QVERIFY(model.isApplying());
    QCOMPARE(host.asked.size(), 1);
    write(model, u"server.port"_s, u"81"_s); // Not now.
    QCOMPARE(written(model, u"server.port"_s), u"80"_s);
    host.asked[0].reply(failure(ErrorCode::Conflict, u"Port 80 is taken."_s, {},
                                {{Diagnostic::Severity::Error, u"x"_s, u"Port 80 is taken."_s, {}, u"server.port"_s}}));
    QTRY_VERIFY(!model.isApplying());
    QCOMPARE(problem(model, u"server.port"_s), u"Port 80 is taken."_s);
    QCOMPARE(model.failure(), QString());
    QCOMPARE(written(model, u"server.port"_s), u"80"_s);
    QCOMPARE(model.changeCount(), 1);
    QCOMPARE(attention.size(), 1);
}

void TestSettingsModel::aRefusalOfNoSettingStandsInTheBar()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    write(model, u"server.port"_s, u"80"_s);
    model.apply();
    host.asked[0].reply(failure(ErrorCode::ManagedElsewhere, u"The file is managed elsewhere."_s));
    QTRY_COMPARE(model.failure(), u"The file is managed elsewhere."_s);
    QCOMPARE(model.changeCount(), 1);
    model.cancel();
    QCOMPARE(model.failure(), QString());
    QCOMPARE(model.changeCount(), 0);
}

void TestSettingsModel::aFileThatChangesUnderADraft()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    write(model, u"server.port"_s, u"80"_s);
    write(model, u"log.level"_s, u"debug"_s);
    host.settings.server.port = 9000;
    host.settings.log.level = LogLevel::Debug;
    host.settings.health.timeoutSeconds = 9;
    Q_EMIT host.changed();
    QCOMPARE(written(model, u"server.port"_s), u"80"_s); // What somebody typed stays.
    QCOMPARE(problem(model, u"server.port"_s), u"Changed in the file meanwhile: 9000."_s);
    QCOMPARE(written(model, u"health.timeout_s"_s), u"9"_s);
    QCOMPARE(model.changeCount(), 1); // The level is as it was wanted.
    model.apply();
    QCOMPARE(host.asked.size(), 1);
    QCOMPARE(host.asked[0].changes, (SettingChanges{{u"server.port"_s, {u"80"_s}, QStringList{u"9000"_s}}}));
}

void TestSettingsModel::everySettingHasARow()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    Settings scratch;
    const auto table = settingsTable(scratch);
    for (const Setting &setting : table) {
        QVERIFY2(model.rowOf(setting.name) >= 0, qPrintable(setting.name));
        QVERIFY(!of(model, setting.name, Role::TitleRole).toString().isEmpty());
        QVERIFY(!of(model, setting.name, Role::DescriptionRole).toString().isEmpty());
        QVERIFY(of(model, setting.name, Role::EditableRole).toBool());
    }
    QStringList groups;
    for (int i = 0; i < model.rowCount(); ++i) {
        if (model.data(model.index(i), Role::FirstRole).toBool())
            groups.append(model.data(model.index(i), Role::GroupTitleRole).toString());
    }
    QCOMPARE(groups, QStringList({u"Appearance and tray"_s, u"Web page"_s, u"Other machines"_s, u"Health"_s,
                                  u"Restart"_s, u"Files and backups"_s, u"Log"_s}));
    SettingsModel nothing(nova, nullptr);
    QCOMPARE(nothing.rowCount(), 0);
    nothing.apply();
    nothing.testRedis();
    nothing.copyLink();
}

void TestSettingsModel::sendsWhatIsDifferent()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    QSignalSpy said(&model, &SettingsModel::said);
    model.apply();
    QCOMPARE(host.asked.size(), 0);
    model.setOn(model.rowOf(u"server.enabled"_s), true);
    model.choose(model.rowOf(u"desktop.theme"_s), 2);
    write(model, u"server.port"_s, u"9000"_s);
    write(model, u"backups.keep"_s, u"7"_s);
    write(model, u"backups.keep"_s, u"100"_s); // As it was.
    QCOMPARE(model.summary(), u"3 changes"_s);
    model.apply();
    QCOMPARE(host.asked.size(), 1);
    QCOMPARE(host.asked[0].changes, (SettingChanges{{u"desktop.theme"_s, {u"dark"_s}, QStringList{u"system"_s}},
                                                    {u"server.enabled"_s, {u"true"_s}, QStringList{}},
                                                    {u"server.port"_s, {u"9000"_s}, QStringList{u"8765"_s}}}));
    host.accept(host.asked[0]);
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said[0][0].toString(), u"3 settings changed."_s);
    QVERIFY(said[0][1].toBool());
    QCOMPARE(model.changeCount(), 0);
    QCOMPARE(written(model, u"server.port"_s), u"9000"_s);
    QVERIFY(of(model, u"server.enabled"_s, Role::OnRole).toBool());
}

void TestSettingsModel::cancelForgets()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    write(model, u"server.port"_s, u"x"_s);
    model.setOn(model.rowOf(u"desktop.notifications"_s), false);
    QVERIFY(of(model, u"server.port"_s, Role::ChangedRole).toBool());
    model.cancel();
    QCOMPARE(written(model, u"server.port"_s), u"8765"_s);
    QCOMPARE(problem(model, u"server.port"_s), QString());
    QVERIFY(of(model, u"desktop.notifications"_s, Role::OnRole).toBool());
    QVERIFY(!of(model, u"server.port"_s, Role::ChangedRole).toBool());
}

void TestSettingsModel::takesBack()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    QSignalSpy said(&model, &SettingsModel::said);
    write(model, u"server.port"_s, u"9000"_s);
    model.setOn(model.rowOf(u"server.enabled"_s), true);
    model.setOn(model.rowOf(u"desktop.autostart"_s), true);
    model.apply();
    host.accept(host.asked[0]);
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(host.starts);
    model.undo();
    QCOMPARE(host.asked.size(), 2);
    host.accept(host.asked[1]);
    QTRY_COMPARE(said.size(), 2);
    QVERIFY(!said[1][1].toBool());
    QCOMPARE(host.settings.server.port, 8765);
    QVERIFY(!host.settings.server.enabled.value_or(true));
    QVERIFY(!host.starts);
    model.undo();
    QCOMPARE(host.asked.size(), 2);
}

void TestSettingsModel::keepsThePassword()
{
    FakeNova nova;
    FakeSettings host;
    host.settings.redis.url = u"redis://u:hunter2@h:1"_s;
    SettingsModel model(nova, &host);
    QCOMPARE(written(model, u"redis.url"_s), u"redis://u:••••••@h:1"_s);
    for (int i = 0; i < model.rowCount(); ++i) {
        const QHash<int, QByteArray> roles = model.roleNames();
        for (auto role = roles.begin(); role != roles.end(); ++role)
            QVERIFY(!model.data(model.index(i), role.key()).toString().contains(u"hunter2"_s));
    }
    write(model, u"redis.url"_s, u"redis://u:••••••@h:2"_s);
    model.apply();
    QCOMPARE(host.asked[0].changes[0].to, QStringList{u"redis://u:hunter2@h:2"_s});
    host.accept(host.asked[0]);
    QTRY_VERIFY(!model.isApplying());
    QCOMPARE(written(model, u"redis.url"_s), u"redis://u:••••••@h:2"_s);
}

void TestSettingsModel::listsAndCommands()
{
    FakeNova nova;
    FakeSettings host;
    host.settings.restart.command = QStringList{u"podman compose"_s, u"-f"_s, u"x"_s};
    SettingsModel model(nova, &host);
    QCOMPARE(written(model, u"restart.command"_s), u"\"podman compose\" -f x"_s);
    write(model, u"restart.command"_s, u"docker  compose -p \"a b\""_s);
    write(model, u"restart.allowed_services"_s, u" one, two ,,one, "_s);
    model.apply();
    QCOMPARE(host.asked[0].changes[0].to, QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(host.asked[0].changes[1].to, QStringList({u"docker"_s, u"compose"_s, u"-p"_s, u"a b"_s}));
}

void TestSettingsModel::backToTheDefault()
{
    FakeNova nova;
    FakeSettings host;
    host.settings.log.level = LogLevel::Error;
    SettingsModel model(nova, &host);
    QCOMPARE(of(model, u"log.level"_s, Role::DefaultRole).toString(), u"Default: Information"_s);
    QCOMPARE(of(model, u"log.format"_s, Role::DefaultRole).toString(), QString());
    model.useDefault(model.rowOf(u"log.level"_s));
    QCOMPARE(written(model, u"log.level"_s), u"info"_s);
    QCOMPARE(of(model, u"log.level"_s, Role::DefaultRole).toString(), QString());
    QCOMPARE(model.changeCount(), 1);
}

void TestSettingsModel::whatIsOverriddenCannotBeChanged()
{
    FakeNova nova;
    FakeSettings host;
    host.overridden.insert(u"server.port"_s, u"NOVA_SERVER_PORT"_s);
    SettingsModel model(nova, &host);
    QVERIFY(!of(model, u"server.port"_s, Role::EditableRole).toBool());
    QCOMPARE(of(model, u"server.port"_s, Role::OverriddenRole).toString(),
             u"Set by NOVA_SERVER_PORT, which goes before the file."_s);
    write(model, u"server.port"_s, u"1"_s);
    QCOMPARE(model.changeCount(), 0);
}

void TestSettingsModel::ofARemoteNova()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    LinkState link;
    link.phase = LinkState::Phase::Connected;
    link.address = u"http://nova-2:8765"_s;
    nova.setLink(link);
    QCOMPARE(of(model, u"server.enabled"_s, Role::NoteRole).toString(),
             u"These belong to nova-2: its configs/nova.yaml."_s);
    QVERIFY(!of(model, u"server.port"_s, Role::EditableRole).toBool());
    QVERIFY(of(model, u"desktop.theme"_s, Role::EditableRole).toBool());
    QVERIFY(of(model, u"desktop.autostart"_s, Role::EditableRole).toBool());
    QCOMPARE(of(model, u"desktop.theme"_s, Role::NoteRole).toString(), QString());
}

void TestSettingsModel::filters()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    model.setFilter(u"certificate"_s);
    QCOMPARE(model.shownCount(), 2);
    QVERIFY(of(model, u"server.tls_certificate"_s, Role::FirstRole).toBool());
    QVERIFY(!of(model, u"server.tls_key"_s, Role::FirstRole).toBool());
    model.setFilter(u"nothing of the kind"_s);
    QCOMPARE(model.shownCount(), 0);
    model.setFilter({});
    QCOMPARE(model.shownCount(), model.rowCount());
}

void TestSettingsModel::triesRedis()
{
    FakeNova nova;
    FakeSettings host;
    host.settings.redis.url = u"redis://:hunter2@h"_s;
    SettingsModel model(nova, &host);
    write(model, u"redis.url"_s, u"redis://:••••••@other"_s);
    model.testRedis();
    QVERIFY(model.isTestingRedis());
    QCOMPARE(host.tests.size(), 1);
    QCOMPARE(host.tests[0].first, u"redis://:hunter2@other"_s);
    host.tests[0].second(failure(ErrorCode::Unavailable, u"There is no machine named other."_s));
    QTRY_VERIFY(!model.isTestingRedis());
    QVERIFY(!model.redisWorks());
    QCOMPARE(model.redisFinding(), u"There is no machine named other."_s);
    QCOMPARE(host.asked.size(), 0);
    write(model, u"redis.url"_s, u"redis://third"_s);
    QCOMPARE(model.redisFinding(), QString());
}

void TestSettingsModel::anOldTestIsNotTold()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    write(model, u"redis.url"_s, u"redis://one"_s);
    model.testRedis();
    write(model, u"redis.url"_s, u"redis://two"_s);
    QVERIFY(!model.isTestingRedis());
    model.testRedis();
    QCOMPARE(host.tests.size(), 2);
    host.tests[0].second(failure(ErrorCode::Unavailable, u"one"_s));
    host.tests[1].second(u"two answers"_s);
    QTRY_COMPARE(model.redisFinding(), u"two answers"_s);
    QVERIFY(model.redisWorks());
}

void TestSettingsModel::theTokenIsHidden()
{
    FakeNova nova;
    FakeSettings host;
    host.served = {true, u"http://127.0.0.1:1"_s, true};
    SettingsModel model(nova, &host);
    QVERIFY(model.isWebListening());
    QCOMPARE(model.token(), QString());
    model.showToken();
    QCOMPARE(model.token(), u"t0ken"_s);
    model.hideToken();
    QCOMPARE(model.token(), QString());
    model.showToken();
    host.served = {};
    Q_EMIT host.changed();
    QCOMPARE(model.token(), QString());
}

void TestSettingsModel::autostart()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    QSignalSpy said(&model, &SettingsModel::said);
    QVERIFY(!of(model, u"desktop.autostart"_s, Role::OnRole).toBool());
    model.setOn(model.rowOf(u"desktop.autostart"_s), true);
    QVERIFY(!host.starts);
    model.apply();
    QVERIFY(host.starts);
    QCOMPARE(host.asked.size(), 0); // nova.yaml has nothing to do with it.
    QCOMPARE(said.size(), 1);
    QCOMPARE(model.changeCount(), 0);
}

void TestSettingsModel::autostartThatFails()
{
    FakeNova nova;
    FakeSettings host;
    host.startable = false;
    SettingsModel model(nova, &host);
    model.setOn(model.rowOf(u"desktop.autostart"_s), true);
    model.apply();
    QCOMPARE(problem(model, u"desktop.autostart"_s), u"The file cannot be written."_s);
    QCOMPARE(model.changeCount(), 1);
}

void TestSettingsModel::saysWhereTheFileIsWrong()
{
    FakeNova nova;
    FakeSettings host;
    SettingsModel model(nova, &host);
    QCOMPARE(model.fileProblem(), QString());
    host.status.state = DocumentStatus::State::Invalid;
    host.status.errors = {{Diagnostic::Severity::Error, u"value"_s, u"server.port is wrong."_s, {}, {}, 3, 9}};
    host.trouble = u"server.port is wrong."_s;
    Q_EMIT host.changed();
    QCOMPARE(model.fileProblem(), u"Line 3, column 9: server.port is wrong. The settings from before stay in force."_s);
}

} // namespace nova::test

QTEST_GUILESS_MAIN(nova::test::TestSettingsModel)
#include "tst_settings_model.moc"
