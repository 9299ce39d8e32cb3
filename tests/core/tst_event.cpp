#include "core/events/event.h"
#include "core/events/event_schema.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// The one shape of events, and what each kind has to carry.
class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasOneShape();
    void thereAreFiveTypesAndNoOther();
    void dataIsChecked_data();
    void dataIsChecked();
};

void TestEvent::hasOneShape()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    Event event = makeEvent(EventType::McpToggled, {{u"name"_s, u"gmail"_s}}, u"nova-settings@host"_s);
    QJsonObject json = toJson(event);
    QCOMPARE(json.keys(), QStringList({u"data"_s, u"id"_s, u"source"_s, u"timestamp"_s, u"type"_s}));
    QCOMPARE(json[u"type"], u"mcp_toggled"_s);
    QCOMPARE(json[u"source"], u"nova-settings@host"_s);
    QCOMPARE(json[u"data"].toObject(), QJsonObject({{u"name"_s, u"gmail"_s}}));

    static const QRegularExpression uuid(u"\\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z"_s);
    QVERIFY(uuid.match(json[u"id"].toString()).hasMatch());
    static const QRegularExpression rfc3339(u"\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\\z"_s);
    QVERIFY2(rfc3339.match(json[u"timestamp"].toString()).hasMatch(), qPrintable(json[u"timestamp"].toString()));
    QVERIFY(event.timestamp >= before && event.timestamp <= QDateTime::currentDateTimeUtc());

    event.seq = 4711;
    json = toJson(event);
    QCOMPARE(json.size(), 6);
    QCOMPARE(json[u"seq"].toInteger(), 4711);
    QVERIFY(makeEvent(EventType::McpToggled, {}, {}).id != event.id);
}

void TestEvent::thereAreFiveTypesAndNoOther()
{
    const QStringList names{u"mcp_toggled"_s, u"prompt_updated"_s, u"config_validated"_s, u"system_health"_s,
                            u"task_updated"_s};
    const QList<EventType> types{EventType::McpToggled, EventType::PromptUpdated, EventType::ConfigValidated,
                                 EventType::SystemHealth, EventType::TaskUpdated};
    for (qsizetype i = 0; i < names.size(); ++i) {
        QCOMPARE(toString(types[i]), names[i]);
        QVERIFY(eventTypeFromString(names[i]) == types[i]);
    }
    for (const QString &other : {u""_s, u"hello"_s, u"MCP_TOGGLED"_s, u"mcp_toggled "_s, u"mcp_toggle"_s, u"resync"_s})
        QVERIFY2(!eventTypeFromString(other), qPrintable(other));
}

void TestEvent::dataIsChecked_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("wrong"); // The paths of what is found.
    const QStringList none;

    QTest::newRow("toggled") << u"mcp_toggled"_s << QByteArray(R"({"name":"a","enabled":true})") << none;
    QTest::newRow("toggled, all of it") << u"mcp_toggled"_s
                                        << QByteArray(R"({"name":"a","enabled":false,"revision":"r","origin":"ui"})")
                                        << none;
    QTest::newRow("toggled, more than we know")
        << u"mcp_toggled"_s << QByteArray(R"({"name":"a","enabled":true,"why":[1]})") << none;
    QTest::newRow("toggled, empty") << u"mcp_toggled"_s << QByteArray("{}") << QStringList{u"name"_s, u"enabled"_s};
    QTest::newRow("toggled, a text for a boolean")
        << u"mcp_toggled"_s << QByteArray(R"({"name":"a","enabled":"true"})") << QStringList{u"enabled"_s};
    QTest::newRow("toggled, null is not absent")
        << u"mcp_toggled"_s << QByteArray(R"({"name":null,"enabled":true})") << QStringList{u"name"_s};
    QTest::newRow("prompt") << u"prompt_updated"_s << QByteArray(R"({"path":"p","revision":"r","bytes":3})") << none;
    QTest::newRow("prompt, without revision")
        << u"prompt_updated"_s << QByteArray(R"({"path":"p","lines":"3"})") << QStringList{u"revision"_s, u"lines"_s};
    QTest::newRow("validated") << u"config_validated"_s << QByteArray(R"({"file":"f","valid":true,"errors":[]})")
                               << none;
    QTest::newRow("validated, errors not a list")
        << u"config_validated"_s << QByteArray(R"({"file":"f","valid":false,"errors":{}})") << QStringList{u"errors"_s};
    QTest::newRow("health") << u"system_health"_s << QByteArray(R"({"overall":"healthy"})") << none;
    QTest::newRow("health, of nothing") << u"system_health"_s << QByteArray("{}") << QStringList{u"overall"_s};
    QTest::newRow("counts") << u"task_updated"_s << QByteArray(R"({"counts":{"pending":3,"running":0}})") << none;
    QTest::newRow("task") << u"task_updated"_s << QByteArray(R"({"task":{"id":"7","status":"running","title":"x"}})")
                          << none;
    QTest::newRow("task, neither") << u"task_updated"_s << QByteArray("{}") << QStringList{QString()};
    QTest::newRow("task, both") << u"task_updated"_s << QByteArray(R"({"counts":{},"task":{"id":"7","status":"x"}})")
                                << QStringList{QString()};
    QTest::newRow("counts, not whole, negative, not numbers")
        << u"task_updated"_s << QByteArray(R"({"counts":{"a":1.5,"b":-1,"c":"2","d":4}})")
        << QStringList{u"counts.a"_s, u"counts.b"_s, u"counts.c"_s};
    QTest::newRow("task, without id") << u"task_updated"_s << QByteArray(R"({"task":{"status":"x"}})")
                                      << QStringList{u"task.id"_s};
    QTest::newRow("task, a list") << u"task_updated"_s << QByteArray(R"({"task":[]})") << QStringList{u"task"_s};
}

void TestEvent::dataIsChecked()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, data);
    QFETCH(QStringList, wrong);
    const QList<Diagnostic> findings =
        checkEventData(eventTypeFromString(type).value(), QJsonDocument::fromJson(data).object());
    QStringList paths;
    for (const Diagnostic &finding : findings) {
        paths.append(finding.path);
        QCOMPARE(finding.severity, Diagnostic::Severity::Error);
        QVERIFY(finding.message.endsWith(u'.'));
    }
    QCOMPARE(paths, wrong);
}

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
