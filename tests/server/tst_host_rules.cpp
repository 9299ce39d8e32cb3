#include "server/auth/host_rules.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Who the server takes itself to be, and whose pages may call: one table. What a client can send on the wire is in
/// tst_http_front, too.
class TestHostRules : public QObject
{
    Q_OBJECT

    /// As most are: on loopback, known by two more names, and called by one page from elsewhere.
    const nova::HostRules m_rules{u"127.0.0.1"_s,
                                  8765,
                                  {u"nova.example.org"_s, u"Proxy.Example.org:8443"_s, u"[2001:db8::1]"_s, QString()},
                                  {u"https://Console.example.org"_s, u"http://tools.example.org:3000"_s, u"null"_s,
                                   u"https://slash.example.org/"_s, QString()}};

private Q_SLOTS:
    void addressesAreNotNames()
    {
        for (const QByteArray host :
             {"10.1.2.3", "10.1.2.3:8765", "127.0.0.1", "[::1]", "[2001:db8::1]:443", "[::ffff:10.1.2.3]:1"})
            QVERIFY2(nova::HostRules::isAddress({host}), host.constData());
        for (const QByteArray host :
             {"", "localhost", "evil.example", "10.1.2.3.evil.example", "10.1.2", "127.1:8765", "2130706433",
              "10.1.2.3:", "10.1.2.3:8765:1", "10.1.2.3:1234567", "10.1.2.300", "10.1.2.3 ", "[::1", "[::1]x",
              "[fe80::1%25eth0]", "[evil.example]", "::1", "10.1.2.3:8765\n", "a.example:8765@10.1.2.3"})
            QVERIFY2(!nova::HostRules::isAddress({host}), host.constData());
        QVERIFY(!nova::HostRules::isAddress({}));
        QVERIFY(!nova::HostRules::isAddress({"10.1.2.3", "10.1.2.3"}));
    }

    void host_data()
    {
        QTest::addColumn<QByteArrayList>("hosts");
        QTest::addColumn<bool>("accepted");
        const auto known = [](const char *name, const QByteArray &host) {
            QTest::newRow(name) << QByteArrayList{host} << true;
        };
        const auto strange = [](const char *name, const QByteArrayList &hosts) {
            QTest::newRow(name) << hosts << false;
        };
        known("address", "127.0.0.1:8765");
        known("name", "localhost:8765");
        known("IPv6", "[::1]:8765");
        known("upper case", "LOCALHOST:8765");
        known("allowed name", "nova.example.org");
        known("allowed name, upper case", "NOVA.EXAMPLE.ORG");
        known("allowed name, our port", "nova.example.org:8765");
        known("allowed with its own port", "proxy.example.org:8443");
        known("allowed IPv6", "[2001:db8::1]");
        known("allowed IPv6, our port", "[2001:db8::1]:8765");

        strange("none", {});
        strange("two of the same", {"127.0.0.1:8765", "127.0.0.1:8765"});
        strange("known, then strange", {"127.0.0.1:8765", "evil.example"});
        strange("strange, then known", {"evil.example", "127.0.0.1:8765"});
        strange("joined by a comma", {"127.0.0.1:8765,evil.example"});
        strange("the same, joined by a comma", {"127.0.0.1:8765, 127.0.0.1:8765"});
        strange("stranger", {"evil.example:8765"});
        strange("empty", {""});
        strange("port alone", {":8765"});
        strange("star", {"*"});
        strange("null", {"null"});

        strange("our name as its prefix", {"localhost.evil.example:8765"});
        strange("our address as its prefix", {"127.0.0.1.evil.example:8765"});
        strange("our name as its suffix", {"evil-localhost:8765"});
        strange("our name as its domain", {"evil.localhost:8765"});
        strange("name and port as its prefix", {"localhost:8765.evil.example"});
        strange("an allowed name as its prefix", {"nova.example.org.evil.example"});
        strange("an allowed name as its suffix", {"evil-nova.example.org"});
        strange("above an allowed name", {"example.org"});

        strange("no port, address", {"127.0.0.1"});
        strange("no port, name", {"localhost"});
        strange("no port, IPv6", {"[::1]"});
        strange("empty port", {"127.0.0.1:"});
        strange("wrong port", {"127.0.0.1:8766"});
        strange("default port", {"127.0.0.1:80"});
        strange("port 0", {"127.0.0.1:0"});
        strange("port with a leading zero", {"127.0.0.1:08765"});
        strange("longer port", {"127.0.0.1:87650"});
        strange("port that is ours modulo 65536", {"127.0.0.1:74301"});
        strange("endless port", {"127.0.0.1:" + QByteArray(4000, '8')});
        strange("port with a sign", {"127.0.0.1:+8765"});
        strange("port in hexadecimal", {"127.0.0.1:0x223d"});
        strange("port that is a word", {"127.0.0.1:http"});
        strange("allowed with another port", {"nova.example.org:8443"});
        strange("allowed with its port, sent ours", {"proxy.example.org:8765"});
        strange("allowed with its port, sent none", {"proxy.example.org"});

        strange("user info", {"user@127.0.0.1:8765"});
        strange("empty user", {"@127.0.0.1:8765"});
        strange("us as the user", {"localhost:8765@evil.example"});
        strange("us as user, port behind", {"localhost@evil.example:8765"});
        strange("scheme before", {"http://localhost:8765"});
        strange("path behind", {"localhost:8765/"});
        strange("fragment behind", {"localhost:8765#"});
        strange("backslash behind", {"localhost:8765\\"});

        strange("trailing dot", {"localhost.:8765"});
        strange("trailing dot, address", {"127.0.0.1.:8765"});
        strange("trailing dot, allowed", {"nova.example.org."});
        strange("leading dot", {".localhost:8765"});
        strange("trailing dot behind the port", {"localhost:8765."});
        strange("percent-encoded", {"%6cocalhost:8765"});
        strange("wide letters", {u"ｌocalhost:8765"_s.toUtf8()});
        strange("wide dots", {u"127。0。0。1:8765"_s.toUtf8()});

        strange("blank before", {" localhost:8765"});
        strange("blank behind", {"localhost:8765 "});
        strange("tab behind", {"localhost:8765\t"});
        strange("blank within", {"localhost :8765"});
        strange("NUL and a stranger behind", {QByteArray("localhost:8765\0.evil.example", 28)});
        strange("line break behind", {"localhost:8765\r\nX: y"});

        strange("another loopback", {"127.0.0.2:8765"});
        strange("everywhere", {"0.0.0.0:8765"});
        strange("nowhere", {"0:8765"});
        strange("one number", {"2130706433:8765"});
        strange("octal, one number", {"017700000001:8765"});
        strange("hexadecimal, one number", {"0x7f000001:8765"});
        strange("two numbers", {"127.1:8765"});
        strange("three numbers", {"127.0.1:8765"});
        strange("octal", {"0177.0.0.1:8765"});
        strange("hexadecimal", {"0x7f.0.0.1:8765"});
        strange("leading zeros", {"127.000.000.001:8765"});
        strange("over 255", {"383.0.0.1:8765"});
        strange("five numbers", {"127.0.0.1.1:8765"});

        strange("IPv6 without brackets", {"::1:8765"});
        strange("IPv6 without the last bracket", {"[::1:8765"});
        strange("IPv6 without the first bracket", {"::1]:8765"});
        strange("IPv6 in two brackets", {"[[::1]]:8765"});
        strange("address in brackets", {"[127.0.0.1]:8765"});
        strange("IPv6 long", {"[0:0:0:0:0:0:0:1]:8765"});
        strange("IPv6 with all zeros", {"[0000:0000:0000:0000:0000:0000:0000:0001]:8765"});
        strange("IPv6 with a leading zero", {"[::01]:8765"});
        strange("IPv6 with zone", {"[::1%lo]:8765"});
        strange("IPv6 with encoded zone", {"[::1%25lo]:8765"});
        strange("IPv6 of everywhere", {"[::]:8765"});
        strange("IPv4 in IPv6", {"[::ffff:127.0.0.1]:8765"});
        strange("IPv4 in IPv6, hexadecimal", {"[::ffff:7f00:1]:8765"});
        strange("IPv4 in old IPv6", {"[::127.0.0.1]:8765"});
        strange("IPv6, last part an IPv4", {"[::0.0.0.1]:8765"});
        strange("future kind of address", {"[v1.::1]:8765"});
        strange("name behind the bracket", {"[::1].evil.example:8765"});
        strange("allowed IPv6, another port", {"[2001:db8::1]:80"});
        strange("allowed IPv6 without brackets", {"2001:db8::1"});
    }

    void host()
    {
        QFETCH(QByteArrayList, hosts);
        QFETCH(bool, accepted);
        QCOMPARE(m_rules.acceptsHost({hosts.begin(), hosts.end()}), accepted);
    }

    void origin_data()
    {
        QTest::addColumn<QByteArrayList>("origins"); ///< Sent with the Host localhost:8765.
        QTest::addColumn<bool>("accepted");
        const auto ours = [](const char *name, const QByteArrayList &origins) {
            QTest::newRow(name) << origins << true;
        };
        const auto strange = [](const char *name, const QByteArrayList &origins) {
            QTest::newRow(name) << origins << false;
        };
        ours("none", {});
        ours("own", {"http://localhost:8765"});
        ours("own, upper case", {"HTTP://LOCALHOST:8765"});
        ours("allowed", {"https://console.example.org"});
        ours("allowed with port", {"http://tools.example.org:3000"});

        strange("stranger", {"http://evil.example"});
        strange("stranger with our port", {"http://evil.example:8765"});
        strange("null, though in the settings", {"null"});
        strange("null, upper case", {"NULL"});
        strange("empty, though in the settings", {""});
        strange("blank", {" "});
        strange("star", {"*"});
        strange("two of the same", {"http://localhost:8765", "http://localhost:8765"});
        strange("own, then strange", {"http://localhost:8765", "http://evil.example"});
        strange("strange, then own", {"http://evil.example", "http://localhost:8765"});
        strange("two in one", {"http://localhost:8765 http://evil.example"});
        strange("joined by a comma", {"http://localhost:8765, http://localhost:8765"});

        strange("own by another name", {"http://127.0.0.1:8765"});
        strange("own by the IPv6 address", {"http://[::1]:8765"});
        strange("own by an allowed name", {"http://nova.example.org:8765"});
        strange("own by a number", {"http://2130706433:8765"});
        strange("own as the prefix", {"http://localhost:8765.evil.example"});
        strange("our name as the prefix", {"http://localhost.evil.example:8765"});
        strange("our name as the suffix", {"http://evil-localhost:8765"});
        strange("our name as the domain", {"http://evil.localhost:8765"});
        strange("allowed as the prefix", {"https://console.example.org.evil.example"});
        strange("allowed as the suffix", {"https://evil-console.example.org"});
        strange("under an allowed one", {"https://a.console.example.org"});

        strange("other port", {"http://localhost:3000"});
        strange("longer port", {"http://localhost:87650"});
        strange("port with a leading zero", {"http://localhost:08765"});
        strange("empty port", {"http://localhost:"});
        strange("without port", {"http://localhost"});
        strange("allowed, other port", {"https://console.example.org:8443"});
        strange("allowed, default port spelled", {"https://console.example.org:443"});
        strange("allowed with port, without", {"http://tools.example.org"});

        strange("user info", {"http://user@localhost:8765"});
        strange("us as the user", {"http://localhost:8765@evil.example"});
        strange("allowed as the user", {"https://console.example.org@evil.example"});
        strange("slash", {"http://localhost:8765/"});
        strange("path", {"http://localhost:8765/page"});
        strange("fragment", {"http://localhost:8765#"});
        strange("allowed, slash", {"https://console.example.org/"});
        strange("allowed with a slash, without", {"https://slash.example.org"});
        strange("trailing dot", {"http://localhost.:8765"});
        strange("allowed, trailing dot", {"https://console.example.org."});
        strange("blank before", {" http://localhost:8765"});
        strange("blank behind", {"http://localhost:8765 "});
        strange("NUL behind", {QByteArray("http://localhost:8765\0", 22)});

        strange("own as https", {"https://localhost:8765"});
        strange("allowed as http", {"http://console.example.org"});
        strange("allowed http as https", {"https://tools.example.org:3000"});
        strange("as a WebSocket", {"ws://localhost:8765"});
        strange("without scheme", {"localhost:8765"});
        strange("scheme left open", {"//localhost:8765"});
        strange("no slash", {"http:localhost:8765"});
        strange("scheme twice", {"http://http://localhost:8765"});
        strange("file", {"file://"});
        strange("file of us", {"file://localhost:8765"});
        strange("extension", {"chrome-extension://abcdefghijklmnopabcdefghijklmnop"});
        strange("blob of us", {"blob:http://localhost:8765"});
    }

    void origin()
    {
        QFETCH(QByteArrayList, origins);
        QFETCH(bool, accepted);
        QCOMPARE(m_rules.acceptsOrigin({origins.begin(), origins.end()}, "localhost:8765"), accepted);
    }

    /// A page is ours if it came from where the request goes to, by the very same name.
    void everyNameHasItsOwnOrigin()
    {
        const QByteArrayList hosts{"localhost:8765",   "127.0.0.1:8765",        "[::1]:8765",
                                   "nova.example.org", "nova.example.org:8765", "proxy.example.org:8443"};
        for (const QByteArray &host : hosts) {
            QVERIFY2(m_rules.acceptsHost({host}), host.constData());
            for (const QByteArray &other : hosts)
                QCOMPARE(m_rules.acceptsOrigin({QByteArray("http://" + other)}, host), other == host);
        }
    }

    void defaultPortMayBeLeftOut()
    {
        const nova::HostRules rules(u"0.0.0.0"_s, 80, {}, {});
        QVERIFY(rules.acceptsHost({"localhost"}));
        QVERIFY(rules.acceptsHost({"localhost:80"}));
        QVERIFY(rules.acceptsHost({"[::1]"}));
        QVERIFY(!rules.acceptsHost({"localhost:"}));
        QVERIFY(rules.acceptsOrigin({"http://localhost"}, "localhost"));
        QVERIFY(!rules.acceptsOrigin({"http://localhost:80"}, "localhost"));
    }

    void underTls()
    {
        const nova::HostRules rules(u"127.0.0.1"_s, 443, {u"nova.example.org"_s}, {}, true);
        for (const QByteArray &host : {"localhost"_ba, "127.0.0.1:443"_ba, "nova.example.org"_ba}) {
            QVERIFY2(rules.acceptsHost({host}), host.constData());
            QVERIFY(rules.acceptsOrigin({QByteArray("https://" + host)}, host));
            QVERIFY(!rules.acceptsOrigin({QByteArray("http://" + host)}, host));
        }
        QVERIFY(!rules.acceptsHost({"localhost:80"}));
        QVERIFY(!nova::HostRules(u"127.0.0.1"_s, 80, {}, {}, true).acceptsHost({"localhost"}));
    }

    void boundAddress_data()
    {
        QTest::addColumn<QString>("bound");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const QString &bound, const QByteArray &host, bool accepted) {
            QTest::newRow(qPrintable(QString(bound + u" as "_s + QString::fromLatin1(host))))
                << bound << host << accepted;
        };
        row(u"192.0.2.7"_s, "192.0.2.7:8765", true);
        row(u"192.0.2.7"_s, "192.0.2.7", false);
        row(u"192.0.2.7"_s, "192.0.2.8:8765", false);
        row(u"192.0.2.7"_s, "127.0.0.1:8765", true);
        row(u"2001:db8::7"_s, "[2001:db8::7]:8765", true);
        row(u"2001:db8::7"_s, "2001:db8::7:8765", false);
        row(u"2001:DB8:0:0:0:0:0:7"_s, "[2001:db8::7]:8765", true);
        row(u"2001:DB8:0:0:0:0:0:7"_s, "[2001:db8:0:0:0:0:0:7]:8765", false);
        row(u"fe80::7%lo"_s, "[fe80::7]:8765", true);
        row(u"fe80::7%lo"_s, "[fe80::7%lo]:8765", false);
        for (const QString &everywhere : {u"0.0.0.0"_s, u"::"_s, u"0:0:0:0:0:0:0:0"_s, QString()}) {
            row(everywhere, "127.0.0.1:8765", true);
            row(everywhere, "[::1]:8765", true);
            row(everywhere, "192.0.2.7:8765", false);
            row(everywhere, "0.0.0.0:8765", false);
            row(everywhere, "[::]:8765", false);
            row(everywhere, "[0:0:0:0:0:0:0:0]:8765", false);
            row(everywhere, ":8765", false);
        }
        row(u"localhost"_s, "localhost:8765", true);
    }

    void boundAddress()
    {
        QFETCH(QString, bound);
        QFETCH(QByteArray, host);
        QFETCH(bool, accepted);
        QCOMPARE(nova::HostRules(bound, 8765, {}, {}).acceptsHost({host}), accepted);
    }
};

QTEST_APPLESS_MAIN(TestHostRules)
#include "tst_host_rules.moc"
