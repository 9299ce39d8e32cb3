#include "server/net/client_source.h"
#include "server/net/connection_limits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using Verdict = ConnectionLimits::Verdict;

/// How many connections there may be, and from whom.
class TestConnectionLimits : public QObject
{
    Q_OBJECT

    const QHostAddress m_one{u"192.0.2.1"_s}, m_other{u"192.0.2.2"_s};

private Q_SLOTS:
    void inAll()
    {
        ConnectionLimits limits({2, 0});
        QCOMPARE(limits.admit(m_one), Verdict::Admitted);
        QCOMPARE(limits.admit(m_one), Verdict::Admitted);
        QCOMPARE(limits.admit(m_other), Verdict::TooMany);
        QCOMPARE(limits.open(), 2);
        limits.release(m_one);
        QCOMPARE(limits.admit(m_other), Verdict::Admitted);
    }

    void fromOneAddress()
    {
        ConnectionLimits limits({10, 2});
        QCOMPARE(limits.admit(m_one), Verdict::Admitted);
        QCOMPARE(limits.admit(m_one), Verdict::Admitted);
        QCOMPARE(limits.admit(m_one), Verdict::TooManyFromAddress);
        QCOMPARE(limits.admit(m_other), Verdict::Admitted);
        QCOMPARE(limits.open(), 3); // One that was refused does not count.
        limits.release(m_one);
        QCOMPARE(limits.admit(m_one), Verdict::Admitted);
    }

    void loopbackIsNotCountedByAddress()
    {
        for (const auto *text : {"127.0.0.1", "127.0.0.9", "::1"}) {
            ConnectionLimits limits({3, 1});
            const QHostAddress address(QString::fromLatin1(text));
            for (int i = 0; i < 3; ++i)
                QCOMPARE(limits.admit(address), Verdict::Admitted);
            QCOMPARE(limits.admit(address), Verdict::TooMany);
        }
    }

    void sources_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("source");
        QTest::newRow("IPv4") << u"192.0.2.1"_s << u"192.0.2.1"_s;
        QTest::newRow("IPv4 in IPv6") << u"::ffff:192.0.2.1"_s << u"192.0.2.1"_s;
        QTest::newRow("IPv6") << u"2001:db8:1:2:3:4:5:6"_s << u"2001:db8:1:2::/64"_s;
        QTest::newRow("its neighbour") << u"2001:db8:1:2:ffff::1"_s << u"2001:db8:1:2::/64"_s;
        QTest::newRow("another network") << u"2001:db8:1:3::1"_s << u"2001:db8:1:3::/64"_s;
        QTest::newRow("loopback") << u"::1"_s << u"::1"_s;
    }

    void sources()
    {
        QFETCH(QString, address);
        QFETCH(QString, source);
        QCOMPARE(clientSource(QHostAddress(address)), source);
    }
};

QTEST_GUILESS_MAIN(TestConnectionLimits)
#include "tst_connection_limits.moc"
