#include "app/desktop/connections/connections.h"
#include "app/desktop/connections/keychain_store.h"
#include "app/desktop/viewmodels/connections_model.h"
#include "core/service/local_nova.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

/// A store in memory, that can be broken.
class FakeStore final : public SecretStore
{
public:
    void read(const QString &key, Read done) override
    {
        reads << key;
        done(broken ? Result<QString>(failure(ErrorCode::Unavailable, u"no store."_s)) : secrets.value(key));
    }
    void write(const QString &key, const QString &secret, Done done) override
    {
        if (broken)
            return done(failure(ErrorCode::Unavailable, u"no store."_s));
        secrets.insert(key, secret);
        done({});
    }
    void remove(const QString &key, Done done) override
    {
        secrets.remove(key);
        done({});
    }

    QHash<QString, QString> secrets;
    QStringList reads;
    bool broken = false;
};

/// This computer's Nova, real ones elsewhere, and the switch between them.
struct World {
    World()
    {
        LocalNova::Options options;
        options.catalogPath = files.catalog();
        options.promptPath = files.prompt();
        options.instance = u"nova-settings@here"_s;
        options.health.monitor.servers.interval = {};
        local = std::make_unique<LocalNova>(options, logger);
    }
    Result<NovaService *> startLocal()
    {
        if (localFails)
            return failure(ErrorCode::Io, u"The files cannot be opened."_s);
        if (++localStarts == 1)
            local->start();
        return local.get();
    }
    std::unique_ptr<Connections> connections()
    {
        return std::make_unique<Connections>(state.filePath(u"connections.json"_s), store,
                                             [this] { return startLocal(); });
    }

    QTemporaryDir state;
    Scratch files{Scratch::Content::Examples};
    Logger logger{LogLevel::Error, LogFormat::Console};
    std::unique_ptr<LocalNova> local;
    FakeStore store;
    int localStarts = 0;
    bool localFails = false;
};

} // namespace

/// The window shows this computer's Nova or one on another machine; real programs at the other end.
class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithThisComputer();
    void saysWhatIsNoAddress();
    void showsAnotherNovaAndComesBack();
    void wantsTheRightToken();
    void remembersTheTokenWhereItMay();
    void saysWhereNothingKeepsTheToken();
    void forgets();
    void saysSinceWhenItIsAway();
    void neverStartsTheLocalOneUnasked();
    void theRealStoreKeepsSecrets();

private:
    static LinkState link(Connections &connections) { return *connections.service().state()->link; }
};

void TestConnections::beginsWithThisComputer()
{
    World world;
    const auto connections = world.connections();
    connections->use({});
    const ConnectionsModel model(connections->service(), connections.get());
    QCOMPARE(model.currentName(), u"This computer"_s);
    QVERIFY(!model.isRemote());
    QVERIFY(model.isUp());
    QVERIFY(model.headline().isEmpty());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(connections->service().state()->instance->name, u"nova-settings@here"_s);
}

void TestConnections::saysWhatIsNoAddress()
{
    World world;
    const auto connections = world.connections();
    connections->use({});
    ConnectionsModel model(connections->service(), connections.get());
    for (const QString &address : {u"nova-2"_s, u"ftp://nova-2"_s, u"http://"_s, u"http://me:secret@nova-2"_s}) {
        model.connectTo(address, u"token"_s, false);
        QVERIFY2(!model.problem().isEmpty(), qPrintable(address));
        QCOMPARE(connections->current(), QString());
    }
    QVERIFY(!QFile::exists(world.state.filePath(u"connections.json"_s)));
}

void TestConnections::showsAnotherNovaAndComesBack()
{
    World world;
    const Scratch there(Scratch::Content::Examples);
    NovaProcess other(there.path());
    QVERIFY(other.start());
    const auto connections = world.connections();
    connections->use({});
    ConnectionsModel model(connections->service(), connections.get());
    NovaService &service = connections->service();

    model.connectTo(other.address() + u'/', u' ' + other.token() + u'\n', false);
    QTRY_COMPARE(link(*connections).phase, LinkState::Phase::Connected);
    QVERIFY(model.isRemote());
    QCOMPARE(model.currentName(), u"127.0.0.1:%1"_s.arg(other.port()));
    QVERIFY(service.state()->catalog->file.path.startsWith(there.path()));
    QCOMPARE(model.rowCount(), 2);

    // What is switched is switched there and not here.
    const QString name = service.state()->catalog->servers.first().name;
    const bool before = service.state()->catalog->servers.first().enabled;
    const auto mailbox = std::make_shared<Mailbox>();
    std::optional<Result<Toggled>> answer;
    service.toggle({name, !before, std::nullopt}, {Origin::Ui, u"desktop"_s},
                   {mailbox, [&answer](const Result<Toggled> &result) { answer = result; }});
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->has_value());
    QTRY_COMPARE(service.state()->catalog->servers.first().enabled, !before);

    model.use({});
    QVERIFY(!model.isRemote());
    QCOMPARE(service.state()->catalog->servers.first().enabled, before);
    QCOMPARE(world.localStarts, 2);
    // And again, with the token of this run.
    model.use(model.index(1).data(ConnectionsModel::AddressRole).toString());
    QTRY_COMPARE(link(*connections).phase, LinkState::Phase::Connected);
}

void TestConnections::wantsTheRightToken()
{
    World world;
    const Scratch there(Scratch::Content::Examples);
    NovaProcess other(there.path());
    QVERIFY(other.start());
    const auto connections = world.connections();
    connections->connectTo(other.address(), u"wrong"_s, true);
    ConnectionsModel model(connections->service(), connections.get());
    QTRY_VERIFY(model.wantsToken());
    QVERIFY(!model.isUp());
    QVERIFY2(model.headline().contains(u"does not let this window in"_s), qPrintable(model.headline()));
    QVERIFY2(!model.detail().contains(u"wrong"_s) || model.detail().contains(u"token"_s), qPrintable(model.detail()));
    model.connectTo(other.address(), other.token(), true);
    QTRY_COMPARE(link(*connections).phase, LinkState::Phase::Connected);
    QCOMPARE(world.store.secrets.size(), 1);
    QCOMPARE(world.store.secrets.begin().value(), other.token());
}

void TestConnections::remembersTheTokenWhereItMay()
{
    World world;
    const Scratch there(Scratch::Content::Examples);
    NovaProcess other(there.path());
    QVERIFY(other.start());
    {
        const auto connections = world.connections();
        connections->connectTo(other.address(), other.token(), true);
        QTRY_COMPARE(link(*connections).phase, LinkState::Phase::Connected);
        QVERIFY(connections->secret() == ConnectionsHost::Secret::InStore);
    }
    QFile known(world.state.filePath(u"connections.json"_s));
    QVERIFY(known.open(QIODevice::ReadOnly));
    QVERIFY(!known.readAll().contains(other.token().toUtf8()));

    const auto next = world.connections();
    QCOMPARE(next->known(), QStringList{other.address()});
    next->use(other.address());
    QTRY_COMPARE(link(*next).phase, LinkState::Phase::Connected);
    QCOMPARE(world.store.reads.size(), 1);
}

void TestConnections::saysWhereNothingKeepsTheToken()
{
    World world;
    world.store.broken = true;
    const Scratch there(Scratch::Content::Examples);
    NovaProcess other(there.path());
    QVERIFY(other.start());
    const auto connections = world.connections();
    connections->connectTo(other.address(), other.token(), true);
    const ConnectionsModel model(connections->service(), connections.get());
    QTRY_COMPARE(link(*connections).phase, LinkState::Phase::Connected);
    QVERIFY2(model.secretNote().contains(u"no store"_s), qPrintable(model.secretNote()));
    QVERIFY(connections->secret() == ConnectionsHost::Secret::ForThisRun);
}

void TestConnections::forgets()
{
    World world;
    const auto connections = world.connections();
    connections->use({});
    connections->connectTo(u"http://127.0.0.1:9"_s, u"token"_s, true);
    QCOMPARE(connections->known().size(), 1);
    QCOMPARE(world.store.secrets.size(), 1);
    connections->forget(u"http://127.0.0.1:9"_s);
    QVERIFY(connections->known().isEmpty());
    QVERIFY(world.store.secrets.isEmpty());
    QCOMPARE(connections->current(), QString());
    QVERIFY(world.connections()->known().isEmpty());
}

void TestConnections::saysSinceWhenItIsAway()
{
    World world;
    const Scratch there(Scratch::Content::Examples);
    auto other = std::make_unique<NovaProcess>(there.path());
    QVERIFY(other->start());
    const auto connections = world.connections();
    connections->connectTo(other->address(), other->token(), false);
    const ConnectionsModel model(connections->service(), connections.get());
    QTRY_VERIFY(model.isUp());
    const auto servers = connections->service().state()->catalog->servers.size();
    other->signal(SIGKILL);
    QTRY_VERIFY(!model.isUp());
    QVERIFY2(model.headline().contains(u"cannot be reached since"_s), qPrintable(model.headline()));
    QVERIFY2(model.detail().contains(u"nothing can be changed"_s), qPrintable(model.detail()));
    // What was known is still shown.
    QCOMPARE(connections->service().state()->catalog->servers.size(), servers);
}

void TestConnections::neverStartsTheLocalOneUnasked()
{
    World world;
    const auto connections = world.connections();
    connections->connectTo(u"http://127.0.0.1:9"_s, u"token"_s, false);
    QCOMPARE(world.localStarts, 0);
    world.localFails = true;
    QSignalSpy failed(connections.get(), &ConnectionsHost::failed);
    connections->use({});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(connections->current(), u"http://127.0.0.1:9"_s);
}

/// gnome-keyring, in the session bus of this test and with its files in a temporary folder.
void TestConnections::theRealStoreKeepsSecrets()
{
    const QTemporaryDir home;
    QProcess keyring;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_DATA_HOME"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    keyring.setProcessEnvironment(environment);
    keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY2(keyring.waitForStarted(), "the test needs gnome-keyring");
    keyring.write("a password for the test");
    keyring.closeWriteChannel();
    const auto isListening = [] {
        QProcess ask;
        ask.start(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                                   u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
        ask.waitForFinished();
        return ask.readAllStandardOutput().contains("true");
    };
    QTRY_VERIFY(isListening());

    KeychainStore store;
    std::optional<Result<QString>> read;
    std::optional<Result<void>> done;
    const auto reading = [&read](const Result<QString> &result) { read = result; };
    const auto doing = [&done](const Result<void> &result) { done = result; };
    store.read(u"token of nowhere"_s, reading);
    QTRY_VERIFY(read);
    QVERIFY2(read->has_value(), read->has_value() ? "" : qPrintable(read->error().message));
    QCOMPARE(**read, QString());

    store.write(u"token of here"_s, u"geheim"_s, doing);
    QTRY_VERIFY(done);
    QVERIFY2(done->has_value(), done->has_value() ? "" : qPrintable(done->error().message));
    read.reset();
    store.read(u"token of here"_s, reading);
    QTRY_VERIFY(read);
    QCOMPARE(read->value_or(QString()), u"geheim"_s);

    done.reset();
    store.remove(u"token of here"_s, doing);
    QTRY_VERIFY(done);
    read.reset();
    store.read(u"token of here"_s, reading);
    QTRY_VERIFY(read);
    QCOMPARE(read->value_or(u"?"_s), QString());
    keyring.terminate();
    QVERIFY(keyring.waitForFinished());
}

} // namespace nova::test

QTEST_MAIN(nova::test::TestConnections)
#include "tst_connections.moc"
