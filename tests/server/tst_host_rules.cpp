#include "server/auth/host_rules.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Who the server takes itself to be, and whose pages may call: one table.
class TestHostRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void host_data()
    {
        QTest::addColumn<QByteArrayList>("hosts");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *name, const QByteArrayList &hosts, bool accepted) {
            QTest::newRow(name) << hosts << accepted;
        };
        row("address", {"127.0.0.1:8765"}, true);
        row("name", {"localhost:8765"}, true);
        row("upper case", {"LOCALHOST:8765"}, true);
        row("IPv6", {"[::1]:8765"}, true);
        row("allowed name", {"nova.example.org"}, true);
        row("allowed name, our port", {"nova.example.org:8765"}, true);
        row("allowed with its own port", {"proxy.example.org:8443"}, true);
        row("allowed with another port", {"proxy.example.org:8765"}, false);
        row("none", {}, false);
        row("two", {"127.0.0.1:8765", "127.0.0.1:8765"}, false);
        row("empty", {""}, false);
        row("without port", {"127.0.0.1"}, false);
        row("wrong port", {"127.0.0.1:8766"}, false);
        row("longer port", {"127.0.0.1:87650"}, false);
        row("trailing dot", {"localhost.:8765"}, false);
        row("suffix", {"localhost:8765.evil.example"}, false);
        row("as prefix", {"localhost.evil.example:8765"}, false);
        row("as suffix", {"evil-localhost:8765"}, false);
        row("subdomain of allowed", {"a.nova.example.org"}, false);
        row("user info", {"localhost:8765@evil.example"}, false);
        row("user info before", {"evil@localhost:8765"}, false);
        row("another loopback", {"127.0.0.2:8765"}, false);
        row("number form", {"2130706433:8765"}, false);
        row("IPv6 without brackets", {"::1:8765"}, false);
        row("IPv6 long", {"[0:0:0:0:0:0:0:1]:8765"}, false);
        row("with path", {"localhost:8765/"}, false);
        row("with space", {"localhost:8765 "}, false);
        row("stranger", {"evil.example:8765"}, false);
    }

    void host()
    {
        QFETCH(QByteArrayList, hosts);
        QFETCH(bool, accepted);
        const nova::HostRules rules(u"127.0.0.1"_s, 8765, {u"nova.example.org"_s, u"proxy.example.org:8443"_s}, {});
        QCOMPARE(rules.acceptsHost({hosts.begin(), hosts.end()}), accepted);
    }

    void defaultPortMayBeLeftOut()
    {
        const nova::HostRules rules(u"0.0.0.0"_s, 80, {}, {});
        QVERIFY(rules.acceptsHost({"localhost"}));
        QVERIFY(rules.acceptsHost({"localhost:80"}));
        QVERIFY(!rules.acceptsHost({"0.0.0.0:80"}));
    }

    void boundAddressIsKnown()
    {
        QVERIFY(nova::HostRules(u"192.0.2.7"_s, 8765, {}, {}).acceptsHost({"192.0.2.7:8765"}));
        QVERIFY(nova::HostRules(u"2001:db8::7"_s, 8765, {}, {}).acceptsHost({"[2001:db8::7]:8765"}));
        QVERIFY(!nova::HostRules(u"0.0.0.0"_s, 8765, {}, {}).acceptsHost({"192.0.2.7:8765"}));
    }

    void origin_data()
    {
        QTest::addColumn<QByteArrayList>("origins");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const char *name, const QByteArrayList &origins, bool accepted) {
            QTest::newRow(name) << origins << accepted;
        };
        row("none", {}, true);
        row("own", {"http://localhost:8765"}, true);
        row("own, upper case", {"HTTP://LOCALHOST:8765"}, true);
        row("allowed", {"https://console.example.org"}, true);
        row("own by another name", {"http://127.0.0.1:8765"}, false);
        row("null", {"null"}, false);
        row("empty", {""}, false);
        row("other port", {"http://localhost:3000"}, false);
        row("without port", {"http://localhost"}, false);
        row("https", {"https://localhost:8765"}, false);
        row("prefix", {"http://localhost:8765.evil.example"}, false);
        row("user info", {"http://localhost:8765@evil.example"}, false);
        row("path", {"http://localhost:8765/"}, false);
        row("allowed with port", {"https://console.example.org:8443"}, false);
        row("allowed as http", {"http://console.example.org"}, false);
        row("subdomain of allowed", {"https://a.console.example.org"}, false);
        row("two", {"http://localhost:8765", "http://localhost:8765"}, false);
        row("stranger", {"http://evil.example"}, false);
    }

    void origin()
    {
        QFETCH(QByteArrayList, origins);
        QFETCH(bool, accepted);
        const nova::HostRules rules(u"127.0.0.1"_s, 8765, {}, {u"https://console.example.org"_s});
        QCOMPARE(rules.acceptsOrigin({origins.begin(), origins.end()}, "localhost:8765"), accepted);
    }
};

QTEST_APPLESS_MAIN(TestHostRules)
#include "tst_host_rules.moc"
