#include "tests/core/nova_probe.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace nova;
using namespace nova::test;
using namespace Qt::StringLiterals;

static const Caller web{Origin::Api, u"token"_s};

/// "gmail modified url,enabled": what an event says about servers, at a glance.
static QStringList changesOf(const Event &event)
{
    QStringList lines;
    const QJsonArray changes = event.data[u"changes"].toArray();
    for (const QJsonValue change : changes) {
        QStringList fields;
        for (const QJsonValue field : change[u"fields"].toArray())
            fields.append(field.toString());
        lines.append(
            QString(change[u"name"].toString() + u' ' + change[u"change"].toString() + u' ' + fields.join(u','))
                .trimmed());
    }
    return lines;
}

/// Changes of entries and of whole texts, and the versions that they leave behind.
class TestLocalNovaEdits : public QObject
{
    Q_OBJECT

    std::unique_ptr<NovaProbe> m_nova;

    [[nodiscard]] QByteArray onDisk() const { return Scratch::read(m_nova->scratch().catalog()); }

    [[nodiscard]] QList<DocumentVersion> versions(DocumentKind kind)
    {
        return m_nova
            ->answerTo<QList<DocumentVersion>>([&](const auto &reply) { (*m_nova)->listVersions(kind, reply); })
            .value();
    }
    [[nodiscard]] Result<StoredText> text(DocumentKind kind, const QString &id)
    {
        return m_nova->answerTo<StoredText>([&](const auto &reply) { (*m_nova)->readText(kind, id, reply); });
    }
    [[nodiscard]] Result<TextSaved> restore(const RestoreCommand &command)
    {
        return m_nova->answerTo<TextSaved>([&](const auto &reply) { (*m_nova)->restore(command, web, reply); });
    }
    [[nodiscard]] Result<ServerSaved> change(const ChangeServerCommand &command)
    {
        return m_nova->answerTo<ServerSaved>([&](const auto &reply) { (*m_nova)->changeServer(command, web, reply); });
    }

private Q_SLOTS:
    void init()
    {
        m_nova = std::make_unique<NovaProbe>(
            "# Servers\ngmail:\n  url: http://h/a   # here\n\nfiles:\n  url: http://h/b\n", "one\ntwo\n");
    }
    void cleanup() { m_nova.reset(); }

    void addsAServer()
    {
        const QByteArray before = onDisk();
        const auto saved = m_nova->answerTo<ServerSaved>([&](const auto &reply) {
            (*m_nova)->addServer({u"notes"_s, {{u"url"_s, u"http://h/c"_s}, {u"enabled"_s, false}}, {}}, web, reply);
        });
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
        QCOMPARE(onDisk(), before + "\nnotes:\n  url: http://h/c\n  enabled: false\n");
        QCOMPARE(m_nova->story(), QStringList{u"config_validated valid"_s});
        QCOMPARE(changesOf(m_nova->events().first()), QStringList{u"notes added"_s});
        QCOMPARE(m_nova->events().first().data[u"backup_id"].toString(), saved->backupId);
        QCOMPARE(text(DocumentKind::Catalog, saved->backupId)->bytes, before);
        QCOMPARE(m_nova->audit(u"catalog"_s).first()[u"action"].toString(), u"add"_s);
        QVERIFY(m_nova->server(u"notes"_s));
    }

    void changesAndRenamesInOneSave()
    {
        const auto saved = change({u"gmail"_s,
                                   {{u"url"_s, u"http://h/new"_s}, {u"enabled"_s, false}, {u"timeout_s"_s, 7}},
                                   u"mail"_s,
                                   revisionOf(onDisk())});
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
        QCOMPARE(saved->name, u"mail"_s);
        QVERIFY(onDisk().startsWith(
            "# Servers\nmail:\n  url: http://h/new   # here\n  enabled: false\n  timeout_s: 7\n\nfiles:"));
        QCOMPARE(changesOf(m_nova->events().last()), QStringList({u"gmail removed"_s, u"mail added"_s}));
        QCOMPARE(versions(DocumentKind::Catalog).size(), 1);

        QVERIFY(change({u"files"_s, {{u"description"_s, u"Files"_s}, {u"enabled"_s, false}}, {}, {}}));
        QCOMPARE(m_nova->story().mid(1), QStringList({u"mcp_toggled files off by api"_s, u"config_validated valid"_s}));
        QCOMPARE(changesOf(m_nova->events().last()), QStringList{u"files modified description,enabled"_s});
    }

    void whatIsRefusedChangesNothing()
    {
        const QByteArray before = onDisk();
        QCOMPARE(int(change({u"gmail"_s, {{u"url"_s, u"nope"_s}}, {}, {}}).error().code), int(ErrorCode::InvalidInput));
        QCOMPARE(int(change({u"gmail"_s, {}, u"files"_s, {}}).error().code), int(ErrorCode::Conflict));
        QCOMPARE(int(change({u"nobody"_s, {}, {}, {}}).error().code), int(ErrorCode::NotFound));
        QCOMPARE(int(change({u"gmail"_s, {{u"url"_s, u"http://x/"_s}}, {}, u"other"_s}).error().code),
                 int(ErrorCode::StaleRevision));
        QCOMPARE(onDisk(), before);
        QVERIFY(m_nova->events().isEmpty());
        QVERIFY(versions(DocumentKind::Catalog).isEmpty());
        QVERIFY(!QFileInfo::exists(m_nova->scratch().path(u"configs/backups"_s)));
    }

    void removesAServer()
    {
        const auto saved = m_nova->answerTo<ServerSaved>([&](const auto &reply) {
            (*m_nova)->removeServer({u"gmail"_s, {}}, web, reply);
        });
        QVERIFY(saved);
        QCOMPARE(onDisk(), QByteArray("# Servers\n\nfiles:\n  url: http://h/b\n"));
        QCOMPARE(changesOf(m_nova->events().first()), QStringList{u"gmail removed"_s});
    }

    void movesAServer()
    {
        const auto move = [this](const MoveServerCommand &command) {
            return m_nova->answerTo<ServerSaved>(
                [&](const auto &reply) { (*m_nova)->moveServer(command, web, reply); });
        };
        const QByteArray before = onDisk();
        QCOMPARE(int(move({u"files"_s, u"gmail"_s, u"other"_s}).error().code), int(ErrorCode::StaleRevision));
        const auto saved = move({u"files"_s, u"gmail"_s, revisionOf(before)});
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
        QVERIFY(saved->changed);
        // The comment directly above belongs to gmail.
        QCOMPARE(onDisk(), QByteArray("files:\n  url: http://h/b\n\n# Servers\ngmail:\n  url: http://h/a   # here\n"));
        QCOMPARE(m_nova->story(), QStringList{u"config_validated valid"_s});
        QCOMPARE(changesOf(m_nova->events().first()), QStringList());
        QCOMPARE(m_nova->events().first().data[u"revision"].toString(), saved->revision);
        QCOMPARE(text(DocumentKind::Catalog, saved->backupId)->bytes, before);
        QCOMPARE(m_nova->audit(u"catalog"_s).first()[u"action"].toString(), u"move"_s);

        QVERIFY(!move({u"files"_s, u"gmail"_s, {}})->changed);
        QCOMPARE(m_nova->events().size(), 1);
        QVERIFY(move({u"files"_s, {}, {}})->changed);
        QCOMPARE(onDisk(), before);
    }

    void savesAWholeCatalog()
    {
        const QByteArray next = "files:\n  url: http://h/b\n  enabled: no\n";
        const auto saved = m_nova->saveText({DocumentKind::Catalog, next, revisionOf(onDisk())});
        QVERIFY(saved && saved->changed);
        QCOMPARE(onDisk(), next);
        QCOMPARE(m_nova->story(), QStringList({u"mcp_toggled files off by ui"_s, u"config_validated valid"_s}));
        QCOMPARE(changesOf(m_nova->events().last()), QStringList({u"gmail removed"_s, u"files modified enabled"_s}));
        QCOMPARE(versions(DocumentKind::Catalog).first().cause, u"ui"_s);

        const auto refused = m_nova->saveText({DocumentKind::Catalog, "files:\n  url: http://h/b\nfiles: {}\n", {}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().diagnostics.first().line, 3); // Lines of the text that was sent.
        QCOMPARE(onDisk(), next);
    }

    /// Ten switches at once, by a restore and by an editor: ten events each, and one that tells of the file.
    void tellsEveryFlip()
    {
        QByteArray on, off;
        for (int i = 0; i < 10; ++i) {
            const QByteArray entry = "s" + QByteArray::number(i) + ":\n  url: http://h/" + QByteArray::number(i) + "\n";
            on += entry;
            off += entry + "  enabled: false\n";
        }
        Scratch::replace(m_nova->scratch().catalog(), on);
        QTRY_COMPARE(m_nova->events().size(), 1);
        Scratch::replace(m_nova->scratch().catalog(), off);
        QTRY_COMPARE(m_nova->events(EventType::ConfigValidated).size(), 2);
        QCOMPARE(m_nova->events(EventType::McpToggled).size(), 10);
        const QString id = m_nova->events().last().data[u"backup_id"].toString();
        QCOMPARE(text(DocumentKind::Catalog, id)->bytes, on); // What the editor replaced.
        QCOMPARE(versions(DocumentKind::Catalog).first().cause, u"file"_s);
        QCOMPARE(versions(DocumentKind::Catalog).first().lines, (LineCounts{10, 0}));

        m_nova->clear();
        const auto restored = restore({DocumentKind::Catalog, id, {}});
        QVERIFY(restored && restored->changed);
        QCOMPARE(onDisk(), on);
        QCOMPARE(m_nova->events(EventType::McpToggled).size(), 10);
        QCOMPARE(m_nova->events(EventType::ConfigValidated).size(), 1);
        QCOMPARE(m_nova->events().last().data[u"backup_id"].toString(), restored->backupId);
        QCOMPARE(text(DocumentKind::Catalog, restored->backupId)->bytes, off);
        QCOMPARE(versions(DocumentKind::Catalog).first().cause, u"restore"_s);
        QCOMPARE(m_nova->audit(u"catalog"_s).last()[u"action"].toString(), u"restore"_s);
        QCOMPARE(m_nova->switchedOn().size(), 10);
    }

    void anInvalidFileIsKeptWhenItIsReplacedThroughNova()
    {
        const QByteArray good = onDisk(), broken = "gmail:\n  url: [\n";
        Scratch::replace(m_nova->scratch().catalog(), broken);
        QTRY_COMPARE(m_nova->events().size(), 1);
        QCOMPARE(text(DocumentKind::Catalog, u"current"_s)->bytes, broken);
        const auto goodId = m_nova->events().first().data[u"backup_id"].toString();
        QCOMPARE(text(DocumentKind::Catalog, goodId)->bytes, good);
        const auto restored = restore({DocumentKind::Catalog, goodId, revisionOf(broken)});
        QVERIFY(restored);
        QCOMPARE(onDisk(), good);
        QCOMPARE(text(DocumentKind::Catalog, restored->backupId)->bytes, broken);
        // What is broken does not come back by a restore.
        QCOMPARE(int(restore({DocumentKind::Catalog, restored->backupId, {}}).error().code),
                 int(ErrorCode::InvalidInput));
        QCOMPARE(onDisk(), good);
    }

    void thePromptHasVersionsToo()
    {
        QVERIFY(m_nova->saveText({DocumentKind::Prompt, "one\ntwo\nthree\n", {}}));
        Scratch::write(m_nova->scratch().prompt(), "one\n");
        QTRY_COMPARE(m_nova->events(EventType::PromptUpdated).size(), 2);
        const QList<DocumentVersion> list = versions(DocumentKind::Prompt);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].cause, u"file"_s);
        QCOMPARE(list[0].lines, (LineCounts{0, 2}));
        QCOMPARE(list[0].bytes, 14);
        QCOMPARE(list[1].cause, u"ui"_s);
        QVERIFY(QFileInfo::exists(m_nova->scratch().path(u"prompts/versions/"_s + list[0].id + u".md"_s)));
        QVERIFY(restore({DocumentKind::Prompt, list[1].id, revisionOf("one\n")}));
        QCOMPARE(Scratch::read(m_nova->scratch().prompt()), QByteArray("one\ntwo\n"));
        QCOMPARE(m_nova->events().last().data[u"content"].toString(), u"one\ntwo\n"_s);
        const auto diff = m_nova->answerTo<TextDiff>(
            [&](const auto &reply) { (*m_nova)->compareTexts(DocumentKind::Prompt, list[0].id, u"current"_s, reply); });
        QCOMPARE(diff->unified, QByteArray("@@ -1,3 +1,2 @@\n one\n two\n-three\n"));
        QCOMPARE(diff->lines, (LineCounts{0, 1}));
        QCOMPARE(int(text(DocumentKind::Prompt, u"../../configs/mcp_servers"_s).error().code),
                 int(ErrorCode::NotFound));
    }

    void validatesWithoutSaving()
    {
        const QByteArray before = onDisk();
        const auto meaning = m_nova->answerTo<InterpretationPtr>([&](const auto &reply) {
            (*m_nova)->validate(DocumentKind::Catalog, "a:\n  url: 1\n  enabeld: no\n", reply);
        });
        QCOMPARE((*meaning)->errors.size(), 1);
        QCOMPARE((*meaning)->warnings.first().hint, u"Did you mean «enabled»?"_s);
        QCOMPARE(onDisk(), before);
        QVERIFY(m_nova->events().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLocalNovaEdits)
#include "tst_local_nova_edits.moc"
