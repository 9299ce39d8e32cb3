#include "core/transfer/foreign_config.h"
#include "core/transfer/foreign_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

/// The catalog as others read it, and back again.
class TestForeignExport : public QObject
{
    Q_OBJECT

    static QByteArray catalog()
    {
        return "zebra:\n  url: http://localhost:8002/mcp\n  headers: {Authorization: \"Bearer ${GMAIL_TOKEN}\"}\n"
               "api:\n  url: http://10.0.0.7:9000/mcp\n  headers:\n    X-API-Key: ${API_KEY}\n    X-Region: eu\n"
               "mixed:\n  url: https://h/mcp\n  headers: {X-Who: \"user ${WHO} here\"}\n"
               "off:\n  url: https://off.example.com/mcp\n  enabled: false\n"
               "plain:\n  url: https://plain.example.com/mcp?api_key=12345\n  headers: {Authorization: Bearer abc}\n";
    }
    static QJsonObject made(ForeignForm form, const QStringList &names)
    {
        const auto read = readCatalog(catalog());
        return QJsonDocument::fromJson(exportServers(*read, names, form).text).object();
    }

private Q_SLOTS:
    void claudeCode();
    void cursor();
    void vsCode();
    void claudeDesktop();
    void comesBackTheSame_data();
    void comesBackTheSame();
    void noSecretLeaves_data();
    void noSecretLeaves();
    void keepsTheOrderAndTheChoice();
    void nothingIsAnEmptyList_data();
    void nothingIsAnEmptyList();
};

void TestForeignExport::claudeCode()
{
    const QJsonObject zebra = made(ForeignForm::ClaudeCode, {u"zebra"_s})[u"mcpServers"_s][u"zebra"_s].toObject();
    QCOMPARE(zebra[u"type"_s], u"http"_s);
    QCOMPARE(zebra[u"url"_s], u"http://localhost:8002/mcp"_s);
    QCOMPARE(zebra[u"headers"_s][u"Authorization"_s], u"Bearer ${GMAIL_TOKEN}"_s);
}

void TestForeignExport::cursor()
{
    const QJsonObject zebra = made(ForeignForm::Cursor, {u"zebra"_s})[u"mcpServers"_s][u"zebra"_s].toObject();
    QVERIFY(!zebra.contains(u"type"_s));
    QCOMPARE(zebra[u"headers"_s][u"Authorization"_s], u"Bearer ${env:GMAIL_TOKEN}"_s);
}

void TestForeignExport::vsCode()
{
    const QJsonObject all = made(ForeignForm::VsCode, {u"zebra"_s});
    QCOMPARE(all[u"servers"_s][u"zebra"_s][u"type"_s], u"http"_s);
    QCOMPARE(all[u"servers"_s][u"zebra"_s][u"headers"_s][u"Authorization"_s], u"Bearer ${input:GMAIL_TOKEN}"_s);
    const QJsonObject input = all[u"inputs"_s][0].toObject();
    QCOMPARE(input[u"id"_s], u"GMAIL_TOKEN"_s);
    QCOMPARE(input[u"type"_s], u"promptString"_s);
    QCOMPARE(input[u"password"_s], true);
}

void TestForeignExport::claudeDesktop()
{
    const QJsonObject all = made(ForeignForm::ClaudeDesktop, {u"zebra"_s, u"api"_s})[u"mcpServers"_s].toObject();
    const QJsonObject zebra = all[u"zebra"_s].toObject();
    QCOMPARE(zebra[u"command"_s], u"npx"_s);
    QCOMPARE(zebra[u"args"_s].toArray(), QJsonArray({u"-y"_s, u"mcp-remote"_s, u"http://localhost:8002/mcp"_s,
                                                     u"--header"_s, u"Authorization:${ZEBRA_AUTHORIZATION}"_s}));
    QCOMPARE(zebra[u"env"_s][u"ZEBRA_AUTHORIZATION"_s], u"Bearer ${GMAIL_TOKEN}"_s);
    const QJsonObject api = all[u"api"_s].toObject();
    QCOMPARE(api[u"args"_s].toArray(),
             QJsonArray({u"-y"_s, u"mcp-remote"_s, u"http://10.0.0.7:9000/mcp"_s, u"--allow-http"_s, u"--header"_s,
                         u"X-API-Key:${API_KEY}"_s, u"--header"_s, u"X-Region:eu"_s}));
    QCOMPARE(api[u"env"_s][u"API_KEY"_s], QString());
}

void TestForeignExport::comesBackTheSame_data()
{
    QTest::addColumn<int>("form");
    for (const ForeignForm form : foreignForms)
        QTest::newRow(qPrintable(titleOf(form))) << int(form);
}

void TestForeignExport::comesBackTheSame()
{
    QFETCH(int, form);
    const auto before = readCatalog(catalog());
    QVERIFY(before->valid());
    const QStringList names{u"zebra"_s, u"api"_s, u"mixed"_s, u"off"_s};
    const ForeignExport made = exportServers(*before, names, ForeignForm(form));
    const auto back = readForeign(made.text);
    QVERIFY2(back, made.text.constData());
    QCOMPARE(back->servers.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const ForeignServer &server = back->servers[i];
        QCOMPARE(server.name, names[i]);
        QCOMPARE(server.url, before->find(names[i])->url);
        QVERIFY2(server.headers == before->headers.value(names[i]), made.text.constData());
    }
}

void TestForeignExport::noSecretLeaves_data()
{
    comesBackTheSame_data();
}

void TestForeignExport::noSecretLeaves()
{
    QFETCH(int, form);
    const auto read = readCatalog(catalog());
    const ForeignExport made = exportServers(*read, {u"plain"_s}, ForeignForm(form));
    QVERIFY2(!made.text.contains("abc") && !made.text.contains("12345"), made.text.constData());
    QVERIFY(made.text.contains("PLAIN_TOKEN"));
    QVERIFY(made.notes.join(u' ').contains(u"PLAIN_API_KEY, PLAIN_TOKEN"_s));
}

void TestForeignExport::keepsTheOrderAndTheChoice()
{
    const auto read = readCatalog(catalog());
    const QByteArray text = exportServers(*read, {u"api"_s, u"zebra"_s}, ForeignForm::Cursor).text;
    QVERIFY(text.indexOf("\"zebra\"") < text.indexOf("\"api\""));
    QVERIFY(!text.contains("plain"));
    QVERIFY(text.endsWith("}\n"));
}

void TestForeignExport::nothingIsAnEmptyList_data()
{
    comesBackTheSame_data();
}

void TestForeignExport::nothingIsAnEmptyList()
{
    QFETCH(int, form);
    const auto back = readForeign(exportServers(*readCatalog(catalog()), {}, ForeignForm(form)).text);
    QVERIFY(back);
    QVERIFY(back->servers.isEmpty());
}

QTEST_APPLESS_MAIN(TestForeignExport)
#include "tst_foreign_export.moc"
