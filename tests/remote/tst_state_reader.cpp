#include "core/health/health_history_json.h"
#include "core/health/health_json.h"
#include "core/service/answer_reader.h"
#include "core/service/state_json.h"
#include "core/service/state_reader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;

namespace
{

const QDateTime noon = QDateTime::fromString(u"2026-11-23T12:00:00.123Z"_s, Qt::ISODateWithMs);

const Diagnostic finding{
    Diagnostic::Severity::Warning, u"url_invalid"_s, u"Not so."_s, u"Do so."_s, u"gmail.url"_s, 3, 12};

DocumentStatus document()
{
    return {DocumentStatus::State::Invalid,
            u"/c/servers.yaml"_s,
            u"r1"_s,
            u"r2"_s,
            u"It has an error."_s,
            {finding, {}},
            {finding},
            true,
            true,
            noon};
}

CatalogState catalog()
{
    const ServerEntry full{u"gmail"_s, u"http://g/mcp"_s, u"http://g/health"_s, u"Mail"_s, false, ProbeKind::Http, 20,
                           3,          u"svc"_s,          {u"Authorization"_s}, {},        7};
    ServerEntry plain;
    plain.name = u"files"_s;
    return {document(), {full, plain}};
}

HealthState health()
{
    HealthReport report{
        HealthStatus::Degraded, u"Slow."_s,     u"Wait."_s, u"slow"_s, u"1,200 ms"_s,         noon, noon, noon, 1200, 2,
        u"2025-06-18"_s,        u"gmail-mcp"_s, u"1.2"_s,   2,         {u"send"_s, u"read"_s}};
    HealthState state;
    QList<HealthBarSlot> bar;
    for (int status = int(HealthStatus::Checking); status <= int(HealthStatus::Unreachable); ++status)
        bar.append(HealthBarSlot{HealthStatus(status), status % 2 == 0 ? -1 : status});
    state.servers.insert(u"gmail"_s, {std::make_shared<HealthReport>(report), bar});
    state.servers.insert(u"files"_s, {std::make_shared<HealthReport>(), {}});
    return state;
}

HealthHistory history()
{
    const HealthBucket bucket{noon.addMSecs(-123), 4, 3, 2, HealthStatus::Unreachable, 12, -1, 40};
    return {
        u"gmail"_s, noon, 99.5, -1, 12, -1, {bucket}, {bucket, bucket}, {{noon, {}, HealthStatus::NotMcp, u"Why."_s}}};
}

RestartState restarts()
{
    return {{u"svc"_s, u"other"_s},
            {{u"svc"_s, {u"gmail"_s}, RestartRun::State::Failed, noon, 1234, 1, true, u"out"_s, u"No."_s},
             {u"other"_s, {}, RestartRun::State::Running, noon, 0, -1, false, {}, {}}}};
}

RedisStatus redis()
{
    return {RedisStatus::State::Reconnecting, u"redis://r:6379"_s, u"nova"_s, u"Away."_s, noon, -1, 1, 2, 3, 4, 5, 6};
}

PromptState prompt()
{
    return {document(), "# Nova\n\xc3\xa4\n", 2};
}

/// What comes out of `json` after it was read as a T and written again.
template <typename T>
QJsonObject again(const QJsonObject &json)
{
    const auto value = fromJson<T>(json);
    return value ? toJson(*value) : QJsonObject{{u"problem"_s, value.error().message}};
}

/// Replaces each value of an object, however deep, by one of another kind, and has it read.
template <typename T>
void mangle(const QJsonObject &good)
{
    const QList<QJsonValue> others{
        QJsonValue(), true, -7.5, 1e300, u"word"_s, QJsonArray{1, u"x"_s, QJsonObject()}, QJsonObject{{u"a"_s, 1}}};
    const std::function<void(const QJsonValue &, const std::function<void(const QJsonValue &)> &)> walk =
        [&](const QJsonValue &value, const std::function<void(const QJsonValue &)> &put) {
            for (const QJsonValue &other : others)
                put(other);
            if (value.isObject()) {
                const QJsonObject object = value.toObject();
                for (const QString &key : object.keys()) {
                    QJsonObject without = object;
                    without.remove(key);
                    put(without);
                    walk(object[key], [&](const QJsonValue &next) {
                        QJsonObject changed = object;
                        changed[key] = next;
                        put(changed);
                    });
                }
            } else if (value.isArray() && !value.toArray().isEmpty()) {
                walk(value[0], [&](const QJsonValue &next) {
                    QJsonArray changed = value.toArray();
                    changed[0] = next;
                    put(changed);
                });
            }
        };
    int refused = 0;
    walk(good, [&](const QJsonValue &bad) {
        const auto read = fromJson<T>(bad.toObject());
        if (read)
            return;
        ++refused;
        QVERIFY2(read.error().message.endsWith(u'.') && read.error().message.contains(u"has to be"),
                 qPrintable(read.error().message));
    });
    QVERIFY(refused > int(good.size()));
}

} // namespace

/// The state as the API gives it, read back: nothing is lost, and nothing that is no state is taken for one.
class TestStateReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        QCOMPARE(again<Diagnostic>(toJson(finding)), toJson(finding));
        QCOMPARE(again<DocumentStatus>(toJson(document())), toJson(document()));
        QCOMPARE(again<RedisStatus>(toJson(redis())), toJson(redis()));
        QCOMPARE(again<RedisStatus>(toJson(RedisStatus())), toJson(RedisStatus()));
        QCOMPARE(again<RestartState>(toJson(restarts())), toJson(restarts()));
        QCOMPARE(again<HealthHistory>(toJson(history())), toJson(history()));
        const TaskCounts tasks{{{u"running"_s, 3}, {u"odd"_s, 1}}, noon, noon};
        QCOMPARE(again<TaskCounts>(toJson(tasks)), toJson(tasks));
        InstanceState instance{u"nova-settings@there"_s, u"1.2.3"_s, noon, true};
        instance.stateProblem = u"A newer Nova wrote it."_s;
        QCOMPARE(again<InstanceState>(toJson(instance)), toJson(instance));
        RestartResult result{u"svc"_s, {u"docker"_s}, -1, 9, true, "out\n", "err\n", true, 12, noon};
        QCOMPARE(again<RestartResult>(toJson(result)), toJson(result));
        Event event = makeEvent(EventType::PromptUpdated, {{u"path"_s, u"p"_s}}, u"nova-settings@there"_s);
        event.seq = 4711;
        QCOMPARE(again<Event>(toJson(event)), toJson(event));
    }

    void catalogAndHealthAreReadFromOneObject()
    {
        const QJsonObject json = toJson(catalog(), health());
        const auto catalogAgain = fromJson<CatalogState>(json);
        const auto healthAgain = fromJson<HealthState>(json);
        QVERIFY(catalogAgain && healthAgain);
        QCOMPARE(toJson(*catalogAgain, *healthAgain), json);
    }

    void promptComesWithItsText()
    {
        const auto whole = fromJson<PromptState>(toJson(prompt(), Content::Always));
        QVERIFY(whole);
        QCOMPARE(toJson(*whole, Content::Always), toJson(prompt(), Content::Always));
    }

    void answersAreRead()
    {
        const auto diff = fromJson<TextDiff>(
            {{u"from"_s, u"a"_s}, {u"to"_s, u"b"_s}, {u"added"_s, 2}, {u"removed"_s, 1}, {u"diff"_s, u"+ä\n"_s}});
        QVERIFY(diff);
        QCOMPARE(diff->unified, QByteArray("+\xc3\xa4\n"));
        QCOMPARE(diff->lines, (LineCounts{2, 1}));
        const auto versions = fromJson<QList<DocumentVersion>>(
            {{u"versions"_s, QJsonArray{QJsonObject{{u"id"_s, u"v"_s},
                                                    {u"time"_s, noon.toString(Qt::ISODateWithMs)},
                                                    {u"cause"_s, u"ui"_s},
                                                    {u"revision"_s, u"r"_s},
                                                    {u"bytes"_s, 5},
                                                    {u"added"_s, 1},
                                                    {u"removed"_s, 0}}}}});
        QVERIFY(versions);
        QCOMPARE(*versions, (QList<DocumentVersion>{{u"v"_s, noon, u"ui"_s, u"r"_s, {1, 0}, 5}}));
        const auto meaning = fromJson<Interpretation>(
            {{u"valid"_s, false}, {u"errors"_s, toJson(QList{Diagnostic(finding)})}, {u"warnings"_s, QJsonArray()}});
        QVERIFY(meaning);
        QCOMPARE(meaning->errors, QList{Diagnostic(finding)});
    }

    void unknownFieldsAreNoMistake()
    {
        QJsonObject json = toJson(redis());
        json[u"colour"_s] = u"blue"_s;
        QVERIFY(fromJson<RedisStatus>(json));
    }

    void mistakesAreNamed()
    {
        QJsonObject json = toJson(catalog(), health());
        QJsonArray servers = json[u"servers"_s].toArray();
        QJsonObject second = servers[1].toObject();
        second[u"url"_s] = 5;
        servers[1] = second;
        json[u"servers"_s] = servers;
        QCOMPARE(fromJson<CatalogState>(json).error().message, u"«servers[1].url» has to be a text."_s);
        json[u"status"_s] = u"splendid"_s;
        QCOMPARE(fromJson<CatalogState>(json).error().message,
                 u"«status» has to be a word that this program knows, and not «splendid»."_s);
    }

    void nothingOfAnotherKindPasses()
    {
        mangle<CatalogState>(toJson(catalog(), health()));
        mangle<HealthState>(toJson(catalog(), health()));
        mangle<PromptState>(toJson(prompt(), Content::Always));
        mangle<RedisStatus>(toJson(redis()));
        mangle<RestartState>(toJson(restarts()));
        mangle<HealthHistory>(toJson(history()));
        mangle<TaskCounts>(toJson(TaskCounts{{{u"running"_s, 3}}, noon, noon}));
    }
};

QTEST_GUILESS_MAIN(TestStateReader)
#include "tst_state_reader.moc"
