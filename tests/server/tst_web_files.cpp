#include "server/api/api.h"
#include "tests/support/web_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// The files of the web client as they go out: each in the form that the caller takes, and once.
class TestWebFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<WebFixture> m_web;
    QJsonArray m_files;

    [[nodiscard]] QByteArray get(const QString &path, const QByteArray &headers, const QByteArray &method = "GET") const
    {
        const QString target = path == u"index.html" ? u"/"_s : QString(u'/' + path);
        return m_web->exchange(method + ' ' + target.toUtf8() +
                               " HTTP/1.1\r\nConnection: close\r\nHost: " + m_web->host() + "\r\n" + headers + "\r\n");
    }

    [[nodiscard]] static QByteArray built(const QString &path)
    {
        QFile file(u":/web/"_s + path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_web = std::make_unique<WebFixture>();
        m_files = QJsonDocument::fromJson(built(u"manifest.json"_s)).object()[u"files"].toArray();
        if (m_files.isEmpty())
            QSKIP("built without the web client");
    }

    void cleanupTestCase() { m_web.reset(); }

    /// Every file in every coding, and as it is.
    void forms_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("bytes"); ///< The resource that they are.
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<bool>("immutable");
        for (const QJsonValue &file : std::as_const(m_files)) {
            const QString path = file[u"path"].toString();
            const bool immutable = file[u"immutable"].toBool();
            QTest::newRow(qPrintable(path)) << path << path << QByteArray() << immutable;
            const QJsonObject encodings = file[u"encodings"].toObject();
            for (auto it = encodings.begin(); it != encodings.end(); ++it)
                QTest::newRow(qPrintable(it->toString())) << path << it->toString() << it.key().toLatin1() << immutable;
        }
    }

    void forms()
    {
        QFETCH(QString, path);
        QFETCH(QString, bytes);
        QFETCH(QByteArray, coding);
        QFETCH(bool, immutable);
        const QByteArray wanted = built(bytes);
        QVERIFY(!wanted.isEmpty());
        const QByteArray accept = coding.isEmpty() ? QByteArray() : QByteArray("Accept-Encoding: " + coding + "\r\n");
        const QByteArray caching = immutable ? "public, max-age=31536000, immutable" : "no-cache";

        const QByteArray answer = get(path, accept);
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(bodyOf(answer) == wanted);
        QCOMPARE(headerOf(answer, "Content-Encoding"), coding);
        QCOMPARE(headerOf(answer, "Vary"), "Accept-Encoding");
        QCOMPARE(headerOf(answer, "Cache-Control"), caching);
        QCOMPARE(answer.count("Cache-Control:"), 1);
        const QByteArray tag = headerOf(answer, "ETag");
        QVERIFY(tag.size() > 32);

        const QByteArray head = get(path, accept, "HEAD");
        QCOMPARE(statusOf(head), 200);
        QVERIFY(bodyOf(head).isEmpty());
        for (const char *name : {"Content-Length", "Content-Type", "Content-Encoding", "Vary", "ETag", "Cache-Control"})
            QCOMPARE(headerOf(head, name), headerOf(answer, name));

        const QByteArray again = get(path, accept + "If-None-Match: \"other\", W/" + tag + "\r\n");
        QCOMPARE(statusOf(again), 304);
        QVERIFY(bodyOf(again).isEmpty());
        for (const char *name : {"Vary", "ETag", "Cache-Control"})
            QCOMPARE(headerOf(again, name), headerOf(answer, name));
        QVERIFY(headerOf(again, "Content-Encoding").isEmpty());
    }

    /// A cache that holds one form must not be told that the other one is the same.
    void everyFormHasItsOwnTag()
    {
        for (const QJsonValue &file : std::as_const(m_files)) {
            const QString path = file[u"path"].toString();
            const QStringList codings = file[u"encodings"].toObject().keys();
            QByteArrayList tags{headerOf(get(path, {}), "ETag")};
            for (const QString &coding : codings) {
                const QByteArray accept = "Accept-Encoding: " + coding.toLatin1() + "\r\n";
                QCOMPARE(statusOf(get(path, accept + "If-None-Match: " + tags.join(", ") + "\r\n")), 200);
                const QByteArray tag = headerOf(get(path, accept), "ETag");
                QVERIFY(!tags.contains(tag));
                tags.append(tag);
            }
        }
    }

    void brotliIsPreferred()
    {
        const QByteArray answer = get(u"index.html"_s, "Accept-Encoding: gzip\r\nAccept-Encoding: deflate, br\r\n");
        QCOMPARE(headerOf(answer, "Content-Encoding"), "br");
    }

    void noFormAtAllIs406()
    {
        for (const QJsonValue &file : std::as_const(m_files)) {
            const QByteArray answer = get(file[u"path"].toString(), "Accept-Encoding: identity;q=0\r\n");
            QCOMPARE(statusOf(answer), 406);
            QCOMPARE(headerOf(answer, "Content-Type"), "application/problem+json");
            QCOMPARE(headerOf(answer, "Cache-Control"), "no-store");
            QCOMPARE(headerOf(answer, "Vary"), "Accept-Encoding");
        }
    }
};

QTEST_GUILESS_MAIN(TestWebFiles)
#include "tst_web_files.moc"
