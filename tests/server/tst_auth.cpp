#include "server/auth/secrets.h"
#include "server/auth/sessions.h"
#include "server/auth/throttle.h"
#include "server/auth/token_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;

class TestAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreLongAndDiffer()
    {
        const QByteArray one = randomSecret(), other = randomSecret();
        QCOMPARE(one.size(), 43); // 32 bytes in base64 without padding
        QVERIFY(one != other);
        QVERIFY(sameSecret(one, QByteArray(one)));
        QVERIFY(!sameSecret(one, one.left(42)));
        QVERIFY(!sameSecret(one, {}));
    }

    void tokenFileIsMadeOnceAndPrivate()
    {
        const QTemporaryDir dir;
        const TokenFile file(dir.filePath(u"new/state"_s));
        const auto token = file.loadOrCreate();
        QVERIFY(token.has_value());
        QCOMPARE(*file.loadOrCreate(), *token);
        constexpr auto owner =
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFile::permissions(file.path()), owner);
        QCOMPARE(QFile::permissions(dir.filePath(u"new/state"_s)) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void looseTokenFileIsTightened()
    {
        const QTemporaryDir dir;
        const TokenFile file(dir.path());
        QVERIFY(file.loadOrCreate());
        QFile::setPermissions(file.path(), QFile::permissions(file.path()) | QFileDevice::ReadOther);
        QVERIFY(file.loadOrCreate());
        QVERIFY(!(QFile::permissions(file.path()) & QFileDevice::ReadOther));
    }

    void rotationMakesAnother()
    {
        const QTemporaryDir dir;
        const TokenFile file(dir.path());
        const QByteArray first = *file.loadOrCreate();
        const QByteArray second = *file.rotate();
        QVERIFY(first != second);
        QCOMPARE(*file.loadOrCreate(), second);
    }

    void brokenTokenFileIsSaid()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short\n");
        file.close();
        const auto token = TokenFile(dir.path()).loadOrCreate();
        QVERIFY(!token);
        QVERIFY(token.error().message.contains(file.fileName()));
    }

    void stateFolderThatCannotBe()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto token = TokenFile(dir.filePath(u"file/state"_s)).loadOrCreate();
        QVERIFY(!token);
        QVERIFY(token.error().message.contains(u"--state-dir"));
    }

    void codeWorksOnceAndInTime()
    {
        QDateTime now = QDateTime::currentDateTimeUtc();
        Sessions sessions("token", [&now] { return now; });
        const QByteArray code = sessions.issueCode();
        QVERIFY(!sessions.redeemCode("other"));
        QVERIFY(sessions.redeemCode(code));
        QVERIFY(!sessions.redeemCode(code));
        const QByteArray late = sessions.issueCode();
        now = now.addSecs(Sessions::codeLifeSeconds);
        QVERIFY(!sessions.redeemCode(late));
    }

    void sessionLivesThroughARestartButNotARotation()
    {
        QDateTime now = QDateTime::currentDateTimeUtc();
        const auto clock = [&now] { return now; };
        Sessions sessions("token", clock);
        const QByteArray cookie = sessions.start();
        QVERIFY(sessions.check(cookie));
        QVERIFY(Sessions("token", clock).check(cookie));
        QVERIFY(!Sessions("another", clock).check(cookie));
        now = now.addSecs(Sessions::lifeSeconds);
        QVERIFY(!sessions.check(cookie));
    }

    void forgedSessionsAreRefused()
    {
        Sessions sessions("token");
        const QByteArray cookie = sessions.start();
        const QByteArrayList parts = cookie.split('.');
        QVERIFY(!sessions.check({}));
        QVERIFY(!sessions.check(parts.at(0) + ".99999999999." + parts.at(2)));
        QVERIFY(!sessions.check("other." + parts.at(1) + '.' + parts.at(2)));
        QVERIFY(!sessions.check(parts.at(0) + '.' + parts.at(1) + '.'));
        QVERIFY(!sessions.check(cookie + ".more"));
    }

    void endedSessionIsOver()
    {
        Sessions sessions("token");
        const QByteArray one = sessions.start(), other = sessions.start();
        sessions.end(one);
        QVERIFY(!sessions.check(one));
        QVERIFY(sessions.check(other));
        QVERIFY(sessions.csrfToken("a") != sessions.csrfToken("b"));
    }

    void fiveWrongTriesAreFree()
    {
        Throttle throttle;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.noteWrong(u"192.0.2.1"_s), 0);
        QVERIFY(throttle.noteWrong(u"192.0.2.1"_s) > 0);
        QCOMPARE(throttle.noteWrong(u"192.0.2.2"_s), 0);
        throttle.noteRight(u"192.0.2.1"_s);
        QCOMPARE(throttle.noteWrong(u"192.0.2.1"_s), 0);
    }
};

QTEST_APPLESS_MAIN(TestAuth)
#include "tst_auth.moc"
