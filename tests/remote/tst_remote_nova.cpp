#include "core/service/state_json.h"
#include "tests/remote/remote_world.h"
#include "tests/support/free_port.h"
#include "tests/support/nova_process.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

using Phase = LinkState::Phase;

/// A Nova on another machine, over a network that is not always there.
class TestRemoteNova : public QObject
{
    Q_OBJECT

    std::unique_ptr<RemoteWorld> m_world;
    std::unique_ptr<Watched> m_remote;

    [[nodiscard]] LocalNova &there() const { return *m_world->web->nova; }
    [[nodiscard]] Watched &remote() const { return *m_remote; }
    [[nodiscard]] quint64 lastThere() const { return there().events().lastSeq(); }

    void connectNow(const RemoteNova::Options &options)
    {
        m_remote = std::make_unique<Watched>(options);
        remote()->start();
        QTRY_VERIFY(remote().isUp());
    }

    /// Every number from the first to the last, once and in order.
    void verifyNoGap() const
    {
        const QList<quint64> numbers = remote().numbers();
        for (qsizetype i = 1; i < numbers.size(); ++i)
            QCOMPARE(numbers.at(i), numbers.at(i - 1) + 1);
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<RemoteWorld>();
        connectNow(m_world->options());
    }
    void cleanup()
    {
        m_remote.reset();
        m_world.reset();
    }

    void hasTheSameState()
    {
        const NovaStatePtr here = remote()->state();
        const NovaStatePtr other = there().state();
        QCOMPARE(toJson(*here->catalog, *here->health), toJson(*other->catalog, *other->health));
        QCOMPARE(toJson(*here->prompt, Content::Always), toJson(*other->prompt, Content::Always));
        QCOMPARE(toJson(*here->instance), toJson(*other->instance));
        QCOMPARE(toJson(*here->tasks), toJson(*other->tasks));
        QCOMPARE(toJson(*here->redis), toJson(*other->redis));
        QCOMPARE(toJson(*here->restarts), toJson(*other->restarts));
        QVERIFY(here->link->isRemote() && here->link->isUp());
        QVERIFY(here->link->problem.isEmpty());
        QCOMPARE(here->link->address, u"http://127.0.0.1:%1"_s.arg(m_world->proxy.port()));
        QCOMPARE(remote().phases(), (QList{Phase::Connecting, Phase::Connected}));
    }

    void partsThatDidNotChangeAreTheSameObjects()
    {
        const NovaStatePtr before = remote()->state();
        m_world->flipThere(u"gmail"_s);
        QTRY_COMPARE(remote().events().size(), 1);
        const NovaStatePtr after = remote()->state();
        QVERIFY(after->catalog != before->catalog);
        QCOMPARE(after->prompt, before->prompt);
        QCOMPARE(after->redis, before->redis);
        QCOMPARE(after->restarts, before->restarts);
        QCOMPARE(after->health->servers.value(u"calendar"_s).report,
                 before->health->servers.value(u"calendar"_s).report);
        const int changes = remote().changes();
        const int asked = m_world->stateQuestions();
        remote()->reload();
        QTRY_VERIFY(m_world->stateQuestions() > asked);
        QCOMPARE(remote()->state(), after);
        QCOMPARE(remote().changes(), changes);
    }

    void stateComesBeforeItsEvent()
    {
        for (int i = 1; i <= 5; ++i) {
            m_world->flipThere(u"gmail"_s);
            QTRY_COMPARE(remote().numbers().value(remote().numbers().size() - 1), lastThere());
        }
        QCOMPARE(remote().early(), QStringList());
        verifyNoGap();
    }

    void answersComeAfterStateAndEvent()
    {
        const bool before = remote().server(u"gmail"_s)->enabled;
        const auto toggled = remote().toggle(u"gmail"_s);
        QVERIFY(toggled);
        QCOMPARE(toggled->enabled, !before);
        QCOMPARE(remote().server(u"gmail"_s)->enabled, !before);
        QCOMPARE(remote()->state()->catalog->file.revision, toggled->revision);
        QVERIFY(!remote().events().isEmpty());
        QCOMPARE(remote().events().last().data[u"revision"].toString(), toggled->revision);
    }

    void serversAreEdited()
    {
        const Caller desktop{Origin::Ui, u"desktop"_s};
        const auto saved = [&](auto start) { return remote().answerTo<ServerSaved>(start); };
        const auto added = saved([&](const Reply<ServerSaved> &reply) {
            remote()->addServer({u"new-one"_s, {{u"url"_s, u"http://localhost:9/mcp"_s}}, {}}, desktop, reply);
        });
        QVERIFY(added && remote().server(u"new-one"_s));
        const auto changed = saved([&](const Reply<ServerSaved> &reply) {
            remote()->changeServer({u"new-one"_s, {{u"description"_s, u"Ours"_s}}, u"ours"_s, added->revision}, desktop,
                                   reply);
        });
        QVERIFY(changed && changed->name == u"ours" && !changed->backupId.isEmpty());
        QCOMPARE(remote().server(u"ours"_s)->description, u"Ours"_s);
        QVERIFY(saved([&](const Reply<ServerSaved> &reply) {
            remote()->removeServer({u"ours"_s, {}}, desktop, reply);
        }));
        QVERIFY(!remote().server(u"ours"_s));
        const auto missing = saved([&](const Reply<ServerSaved> &reply) {
            remote()->removeServer({u"no-such"_s, {}}, desktop, reply);
        });
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        const auto odd = saved([&](const Reply<ServerSaved> &reply) {
            remote()->removeServer({u"../no such/thing?#"_s, {}}, desktop, reply);
        });
        QVERIFY(!odd);
    }

    void serversAreMoved()
    {
        const Caller desktop{Origin::Ui, u"desktop"_s};
        const auto names = [&] {
            QStringList list;
            for (const ServerEntry &server : remote()->state()->catalog->servers)
                list.append(server.name);
            return list;
        };
        const auto move = [&](const QString &name, const std::optional<QString> &before,
                              const std::optional<QString> &ifMatch) {
            return remote().answerTo<ServerSaved>([&](const Reply<ServerSaved> &reply) {
                remote()->moveServer({name, before, ifMatch}, desktop, reply);
            });
        };
        const QStringList first = names();
        const QString revision = remote()->state()->catalog->file.revision;
        const auto moved = move(first[0], first[2], revision);
        QVERIFY(moved);
        QStringList next{first[1], first[0]};
        QCOMPARE(names(), next + first.mid(2)); // By the time of the answer.
        QCOMPARE(remote()->state()->catalog->file.revision, moved->revision);
        QVERIFY(move(first[0], std::nullopt, moved->revision));
        QCOMPARE(names(), first.mid(1) + first.mid(0, 1));
        const auto late = move(first[0], first[1], revision);
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::StaleRevision);
        const auto nowhere = move(u"no-such"_s, std::nullopt, std::nullopt);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::NotFound);
    }

    /// A draft of a file that was removed meanwhile is saved as a new one, but only where there is none.
    void aRemovedTextIsWrittenAnew()
    {
        const auto save = [&](const QByteArray &text) {
            return remote().answerTo<TextSaved>([&](const Reply<TextSaved> &reply) {
                remote()->saveText({DocumentKind::Prompt, text, QString()}, {Origin::Ui, u"desktop"_s}, reply);
            });
        };
        const auto tooSoon = save("mine\n");
        QVERIFY(!tooSoon);
        QCOMPARE(tooSoon.error().code, ErrorCode::StaleRevision);
        const QString path = remote()->state()->prompt->file.path;
        QVERIFY(QFile::remove(path));
        QTRY_VERIFY(remote()->state()->prompt->file.state == DocumentStatus::State::Missing);
        const auto saved = save("mine\n");
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
        QCOMPARE(Scratch::read(path), QByteArray("mine\n"));
        QTRY_COMPARE(remote()->state()->prompt->file.revision, saved->revision);
    }

    void textsAreReadSavedAndRestored_data()
    {
        QTest::addColumn<DocumentKind>("kind");
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("catalog") << DocumentKind::Catalog << QByteArray("\n# more: \xc3\xa4\n");
        QTest::newRow("prompt") << DocumentKind::Prompt << QByteArray("\nMore: \xc3\xa4\n");
    }

    void textsAreReadSavedAndRestored()
    {
        QFETCH(DocumentKind, kind);
        QFETCH(QByteArray, more);
        const Caller desktop{Origin::Ui, u"desktop"_s};
        const auto text = [&](const QString &id) {
            return remote().answerTo<StoredText>(
                [&](const Reply<StoredText> &reply) { remote()->readText(kind, id, reply); });
        };
        const auto first = text(u"current"_s);
        QVERIFY(first);
        const auto saved = remote().answerTo<TextSaved>([&](const Reply<TextSaved> &reply) {
            remote()->saveText({kind, first->bytes + more, first->revision}, desktop, reply);
        });
        QVERIFY(saved && saved->changed);
        QCOMPARE(text(u"current"_s)->bytes, first->bytes + more);
        QCOMPARE(text(u"current"_s)->revision, saved->revision);
        QCOMPARE(text(saved->backupId)->bytes, first->bytes);
        const auto versions = remote().answerTo<QList<DocumentVersion>>(
            [&](const Reply<QList<DocumentVersion>> &reply) { remote()->listVersions(kind, reply); });
        QVERIFY(versions && versions->size() == 1);
        QCOMPARE(versions->first().id, saved->backupId);
        const auto diff = remote().answerTo<TextDiff>(
            [&](const Reply<TextDiff> &reply) { remote()->compareTexts(kind, saved->backupId, u"current"_s, reply); });
        QVERIFY(diff && diff->lines.added == 2 && diff->unified.contains("ore: \xc3\xa4"));
        QVERIFY(remote().answerTo<TextSaved>([&](const Reply<TextSaved> &reply) {
            remote()->restore({kind, saved->backupId, saved->revision}, desktop, reply);
        }));
        QCOMPARE(text(u"current"_s)->bytes, first->bytes);
        QVERIFY(!text(u"../../etc/passwd"_s));
    }

    void findingsComeWithTheirPlaces()
    {
        const QByteArray bad = "gmail:\n  url: http://x\n  enabled: [\n";
        const auto saved = remote().answerTo<TextSaved>([&](const Reply<TextSaved> &reply) {
            remote()->saveText({DocumentKind::Catalog, bad, {}}, {Origin::Ui, u"desktop"_s}, reply);
        });
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
        QVERIFY(!saved.error().diagnostics.isEmpty() && saved.error().diagnostics.first().line > 0);
        const auto meaning = remote().answerTo<InterpretationPtr>(
            [&](const Reply<InterpretationPtr> &reply) { remote()->validate(DocumentKind::Catalog, bad, reply); });
        QVERIFY(meaning && !(*meaning)->valid());
        QCOMPARE((*meaning)->errors, saved.error().diagnostics);
        const auto prompt = remote().answerTo<InterpretationPtr>(
            [&](const Reply<InterpretationPtr> &reply) { remote()->validate(DocumentKind::Prompt, "\xff", reply); });
        QVERIFY(prompt && !(*prompt)->valid());
    }

    void staleRevisionsAreRefused()
    {
        const QString seen = remote()->state()->catalog->file.revision;
        QVERIFY(remote().toggle(u"gmail"_s, {}, seen));
        const auto late = remote().toggle(u"gmail"_s, {}, seen);
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::StaleRevision);
        QVERIFY(remote()->state()->catalog->file.revision != seen);
    }

    void eventsAndHistoriesAreRead()
    {
        m_world->flipThere(u"gmail"_s);
        m_world->flipThere(u"gmail"_s);
        QTRY_COMPARE(remote().events().size(), 2);
        const auto read = [&] {
            return remote().answerTo<QList<Event>>(
                [&](const Reply<QList<Event>> &reply) { remote()->readEvents(reply); });
        };
        QCOMPARE(read()->size(), 2);
        QCOMPARE(read()->last().id, remote().events().last().id);
        // With the oldest gone.
        for (int i = 0; i < 1500; ++i)
            there().broadcast({EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"running"_s, i}}}}}, {}, {});
        QTRY_COMPARE(remote().numbers().last(), quint64(1502));
        const auto newest = read();
        QVERIFY(newest && newest->size() >= 800);
        QCOMPARE(newest->last().seq, quint64(1502));
        const auto history = remote().answerTo<HealthHistory>(
            [&](const Reply<HealthHistory> &reply) { remote()->readHistory(u"gmail"_s, reply); });
        QVERIFY(history && history->name == u"gmail");
        const auto restarted = remote().answerTo<RestartResult>(
            [&](const Reply<RestartResult> &reply) { remote()->restart(u"not-allowed"_s, {}, reply); });
        QVERIFY(!restarted);
        QCOMPARE(restarted.error().code, ErrorCode::PermissionDenied);
        QVERIFY(remote().isUp());
        const auto sent = remote().answerTo<Event>([&](const Reply<Event> &reply) {
            remote()->broadcast({EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"failed"_s, 7}}}}}, {}, reply);
        });
        QVERIFY(sent);
        QCOMPARE(remote().events().last().id, sent->id);
        QCOMPARE(remote()->state()->tasks->counts.value(u"failed"_s), 7);
    }

    void wrongTokenIsRefusedAndNotTriedAgain()
    {
        RemoteNova::Options options = m_world->options();
        options.token = u"wrong-wrong-wrong-wrong-wrong"_s;
        m_remote = std::make_unique<Watched>(options);
        remote()->start();
        QTRY_COMPARE(remote().phase(), Phase::Refused);
        QVERIFY(remote().problem().contains(u"«nova-settingsd token»"));
        QVERIFY(!remote().problem().contains(options.token));
        const int accepted = m_world->proxy.accepted();
        QVERIFY(!QTest::qWaitFor([&] { return m_world->proxy.accepted() > accepted; }, 300));
        remote()->reconnect();
        QTRY_COMPARE(remote().phases(), (QList{Phase::Connecting, Phase::Refused, Phase::Connecting, Phase::Refused}));
    }

    void lostConnectionsLeaveNoGap()
    {
        for (int round = 0; round < 8; ++round) {
            m_world->flipThere(u"gmail"_s);
            m_world->proxy.cut();
            m_world->flipThere(u"calendar"_s);
            m_world->flipThere(u"gmail"_s);
            if (round % 2 == 0)
                QTRY_VERIFY(remote().isUp() && remote().numbers().last() == lastThere());
        }
        QTRY_COMPARE(remote().numbers().last(), lastThere());
        QCOMPARE(remote().numbers().size(), qsizetype(lastThere()));
        verifyNoGap();
        QVERIFY(remote().phases().contains(Phase::Away));
        QCOMPARE(remote()->state()->catalog->file.revision, there().state()->catalog->file.revision);
    }

    void moreThanIsKeptBecomesAState()
    {
        m_world->proxy.blackHole(true);
        m_world->proxy.cut();
        QTRY_COMPARE(remote().phase(), Phase::Away);
        for (int i = 1; i <= 1200; ++i)
            there().broadcast({EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"running"_s, i}}}}}, {}, {});
        QTRY_COMPARE(lastThere(), quint64(1200));
        m_world->proxy.blackHole(false);
        m_world->proxy.cut();
        QTRY_VERIFY_WITH_TIMEOUT(remote().isUp(), 10'000);
        QCOMPARE(remote()->state()->tasks->counts.value(u"running"_s), 1200);
        m_world->flipThere(u"gmail"_s);
        QTRY_COMPARE(remote().numbers(), QList<quint64>{1201});
    }

    void restartedServerIsFoundAgain()
    {
        m_world->flipThere(u"gmail"_s);
        QTRY_COMPARE(remote().events().size(), 1);
        const QString before = remote()->state()->catalog->file.revision;
        m_world->stopServing();
        QTRY_COMPARE(remote().phase(), Phase::Away);
        QCOMPARE(remote()->state()->catalog->file.revision, before); // The last one known.
        const auto answer = remote().toggle(u"gmail"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
        static const QRegularExpression sentence(
            u"^127\\.0\\.0\\.1:\\d+ cannot be reached since \\d\\d:\\d\\d; nothing was changed\\.$"_s);
        QVERIFY2(sentence.match(answer.error().message).hasMatch(), qPrintable(answer.error().message));
        m_world->serve();
        QTRY_VERIFY(remote().isUp());
        QCOMPARE(remote()->state()->catalog->file.revision, there().state()->catalog->file.revision);
        QCOMPARE(remote().events().size(), 1); // What was before this start is not told again.
        m_world->flipThere(u"calendar"_s);
        QTRY_COMPARE(remote().numbers(), (QList<quint64>{1, 1}));
    }

    void silenceIsNoticed()
    {
        m_world->proxy.blackHole(true);
        QTRY_COMPARE_WITH_TIMEOUT(remote().phase(), Phase::Away, 5000);
        QVERIFY2(remote().problem().contains(u"went silent"), qPrintable(remote().problem()));
        m_world->proxy.blackHole(false);
        m_world->proxy.cut();
        QTRY_VERIFY(remote().isUp());
    }

    void aQuietLineIsKept()
    {
        const int accepted = m_world->proxy.accepted();
        // Five heartbeats in which nothing happens: pongs alone show that somebody is there.
        QVERIFY(!QTest::qWaitFor([&] { return !remote().isUp(); }, 1500));
        QCOMPARE(m_world->proxy.accepted(), accepted);
    }

    void lostAnswersAreNotGuessed()
    {
        const quint64 before = lastThere();
        m_world->proxy.delay(80);
        std::optional<Result<Toggled>> answer;
        const auto mailbox = std::make_shared<Mailbox>();
        remote()->toggle({u"gmail"_s, {}, {}}, {Origin::Ui, u"desktop"_s},
                         {mailbox, [&](const Result<Toggled> &result) { answer = result; }});
        QTRY_VERIFY(lastThere() > before); // It was done,
        m_world->proxy.cut();              // and nobody heard.
        QTRY_VERIFY(answer);
        QVERIFY(!answer->has_value());
        QVERIFY2(answer->error().message.contains(u"It is not known whether this was done"),
                 qPrintable(answer->error().message));
        QCOMPARE(lastThere(), before + 1); // And it was not sent again.
        QTRY_VERIFY(remote().isUp());
        QTRY_COMPARE(remote().numbers().value(remote().numbers().size() - 1), before + 1);
    }

    void everyCallIsAnswered()
    {
        m_world->proxy.blackHole(true);
        int answers = 0;
        const auto mailbox = std::make_shared<Mailbox>();
        const Reply<Toggled> toggled(mailbox, [&](const Result<Toggled> &result) { answers += result ? 0 : 1; });
        for (int i = 0; i < 3; ++i)
            remote()->toggle({u"gmail"_s, {}, {}}, {Origin::Ui, u"desktop"_s}, toggled);
        QCoreApplication::processEvents();
        remote()->toggle({u"gmail"_s, {}, {}}, {Origin::Ui, u"desktop"_s}, toggled);
        remote().end();
        QTRY_COMPARE(answers, 4);
    }

    void stormsCostFewQuestions()
    {
        constexpr int storm = 3000;
        RemoteNova::Options options = m_world->options();
        options.timing.state = {};
        connectNow(options);
        const int before = m_world->stateQuestions();
        const quint64 first = lastThere();
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < storm; ++i)
            there().broadcast({EventType::TaskUpdated,
                               {{u"task"_s, QJsonObject{{u"id"_s, QString::number(i)}, {u"status"_s, u"running"_s}}}}},
                              {}, {});
        QTRY_COMPARE_WITH_TIMEOUT(remote().numbers().value(remote().numbers().size() - 1), first + storm, 20'000);
        verifyNoGap();
        const qint64 most = 2 + clock.elapsed() / 100;
        const int asked = m_world->stateQuestions() - before;
        QVERIFY2(asked >= 1 && asked <= most, qPrintable(u"%1 of %2"_s.arg(asked).arg(most)));
        QCOMPARE(remote()->state()->tasks->counts.value(u"running"_s), storm);
    }

    void countsNeedNoQuestion()
    {
        const int before = m_world->stateQuestions();
        for (int i = 1; i <= 50; ++i)
            there().broadcast({EventType::TaskUpdated, {{u"counts"_s, QJsonObject{{u"running"_s, i}}}}}, {}, {});
        QTRY_COMPARE(remote().events().size(), 50);
        QCOMPARE(remote()->state()->tasks->counts.value(u"running"_s), 50);
        QCOMPARE(m_world->stateQuestions(), before);
    }

    void largePromptsComeWhole()
    {
        const QByteArray large = "# Large\n" + QByteArray("All work and no play.\n").repeated(5000);
        const auto saved = remote().answerTo<TextSaved>([&](const Reply<TextSaved> &reply) {
            remote()->saveText({DocumentKind::Prompt, large, {}}, {Origin::Ui, u"desktop"_s}, reply);
        });
        QVERIFY(saved);
        QCOMPARE(remote()->state()->prompt->text, large);
        m_world->flipThere(u"gmail"_s);
        QTRY_COMPARE(remote().numbers().last(), lastThere());
        QCOMPARE(remote()->state()->prompt->text, large);
        // And in a resync.
        m_world->proxy.cut();
        QTRY_COMPARE(remote().phase(), Phase::Away);
        QTRY_VERIFY(remote().isUp());
        QCOMPARE(remote()->state()->prompt->text, large);
    }

    void slicedBytesAreWholeMessages()
    {
        m_world->proxy.slice(700);
        m_world->flipThere(u"gmail"_s);
        QTRY_COMPARE(remote().numbers(), QList<quint64>{1});
        QVERIFY(remote().toggle(u"calendar"_s));
    }

    void worksWithTheRealProgram()
    {
        const Scratch scratch;
        const QStringList port{u"--port"_s, QString::number(freePort())};
        auto program = std::make_unique<NovaProcess>(scratch.path(), port);
        QVERIFY(program->start());
        connectNow({QUrl(program->address()), program->token(), shortTiming()});
        const bool before = remote().server(u"gmail"_s)->enabled;
        QVERIFY(remote().toggle(u"gmail"_s, !before));
        QCOMPARE(remote().events().size(), 1);
        program->signal(SIGKILL);
        QTRY_COMPARE(remote().phase(), Phase::Away);
        QCOMPARE(program->waitForEnd(), -2);
        QCOMPARE(remote().server(u"gmail"_s)->enabled, !before);
        program = std::make_unique<NovaProcess>(scratch.path(), port);
        QVERIFY(program->start());
        QTRY_VERIFY(remote().isUp());
        Scratch::replace(scratch.prompt(), "# Another\n");
        QTRY_COMPARE_WITH_TIMEOUT(remote()->state()->prompt->text, QByteArray("# Another\n"), 10'000);
        QTRY_VERIFY(remote().events().last().type == EventType::PromptUpdated);
        program->signal(SIGSTOP); // It is there, and says nothing.
        QTRY_COMPARE_WITH_TIMEOUT(remote().phase(), Phase::Away, 10'000);
        program->signal(SIGCONT);
        QTRY_VERIFY_WITH_TIMEOUT(remote().isUp(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestRemoteNova)
#include "tst_remote_nova.moc"
