#include "catalog_edit.h"

#include <QDir>
#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

using Kind = CatalogEdit::Kind;

/// Catalogs as people write them (tests/corpus/catalogs), each edited in every way. The exact bytes that each edit
/// changes are kept beside them (tests/corpus/expected): what differs from those is a change somebody has to look at.
/// With NOVA_WRITE_EXPECTED=1 in the environment they are written anew instead; then read the difference with care.
class TestCatalogCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesTheseBytes_data();
    void changesTheseBytes();
    void togglesBack_data() { changesTheseBytes_data(); }
    void togglesBack();
    void removesWhatItAdded_data() { changesTheseBytes_data(); }
    void removesWhatItAdded();
    void movesBack_data() { changesTheseBytes_data(); }
    void movesBack();
};

namespace
{

QString corpus(const QString &path)
{
    return QStringLiteral(NOVA_CORPUS) + u'/' + path;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QByteArray escaped(const QByteArray &bytes)
{
    QByteArray text;
    for (const char c : bytes) {
        if (c == '\n')
            text += "\\n";
        else if (c == '\r')
            text += "\\r";
        else if (c == '\t')
            text += "\\t";
        else if (c == '"' || c == '\\')
            text += QByteArray("\\") + c;
        else if (c >= ' ' && c <= '~')
            text += c;
        else
            text += "\\x" + QByteArray::number(uint(quint8(c)), 16);
    }
    return QByteArray('"' + text + '"');
}

QByteArray codeName(const Error &error)
{
    if (!error.diagnostics.isEmpty())
        return error.diagnostics.first().code.toUtf8();
    return error.code == ErrorCode::Conflict ? "conflict" : error.code == ErrorCode::NotFound ? "not_found" : "other";
}

CatalogEdit set(const QString &server, const QString &field, const QJsonValue &value)
{
    return {.kind = Kind::Set, .server = server, .fields = {{field, value}}};
}

CatalogEdit setHeader(const QString &server, const QString &header, const QJsonValue &value)
{
    return set(server, u"headers"_s, QJsonObject{{header, value}});
}

CatalogEdit adding()
{
    return {.kind = Kind::Add,
            .server = u"added-one"_s,
            .fields = {{u"url"_s, u"http://localhost:9998/mcp"_s},
                       {u"description"_s, u"Added: by hand"_s},
                       {u"enabled"_s, false}}};
}

/// The edits that a catalog is given: every switch, and everything else for the first three servers.
QList<CatalogEdit> editsOf(const Catalog &catalog)
{
    static const QStringList descriptions{u"A new text"_s, u"It's new: \"a #1\""_s, u"one\ntwo"_s};
    QList<CatalogEdit> edits{adding()};
    for (qsizetype i = 0; i < catalog.servers.size(); ++i) {
        const ServerEntry &server = catalog.servers.at(i);
        edits.append(CatalogEdit{.kind = Kind::Toggle, .server = server.name});
        if (i >= descriptions.size())
            continue;
        edits.append(set(server.name, u"description"_s, descriptions.at(i)));
        edits.append(set(server.name, u"description"_s, QJsonValue::Null));
        edits.append(set(server.name, u"url"_s, u"https://localhost:9999/mcp?x=1"_s));
        edits.append(set(server.name, u"probe"_s, u"mcp"_s));
        edits.append(set(server.name, u"interval_s"_s, 90));
        edits.append(setHeader(server.name, u"X-New"_s, u"${NEW}"_s));
        if (!server.headerNames.isEmpty()) {
            edits.append(setHeader(server.name, server.headerNames.last(), u"changed"_s));
            edits.append(setHeader(server.name, server.headerNames.first(), QJsonValue::Null));
        }
        edits.append(CatalogEdit{.kind = Kind::Rename, .server = server.name, .newName = u"renamed-one"_s});
        edits.append(CatalogEdit{.kind = Kind::Remove, .server = server.name});
        edits.append(CatalogEdit{.kind = Kind::Move, .server = server.name});
    }
    if (catalog.servers.size() > 1) {
        const QString first = catalog.servers.first().name, last = catalog.servers.last().name;
        edits.append(CatalogEdit{.kind = Kind::Move, .server = last, .target = first});
        edits.append(CatalogEdit{.kind = Kind::Move, .server = first, .target = last});
        edits.append(CatalogEdit{.kind = Kind::Move, .server = catalog.servers.at(1).name, .target = first});
    }
    return edits;
}

/// Whether a server has a switch of its own, in its own words.
bool hasOwnSwitch(const Catalog &catalog, const QString &name)
{
    for (size_t i = 0; i < catalog.root.pairs(); ++i) {
        const YamlNode &entry = catalog.root.mapped(i);
        for (size_t field = 0; catalog.root.key(i).isString(name.toUtf8()) && field < entry.pairs(); ++field) {
            if (entry.key(field).isString("enabled"))
                return entry.mapped(field).kind == YamlNode::Kind::Scalar;
        }
    }
    return false;
}

} // namespace

void TestCatalogCorpus::changesTheseBytes_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(corpus(u"catalogs"_s)).entryList({u"*.yaml"_s});
    QVERIFY(files.size() >= 60);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file.chopped(5))) << file.chopped(5);
}

void TestCatalogCorpus::changesTheseBytes()
{
    QFETCH(QString, name);
    const auto before = CatalogText::of(contents(corpus(u"catalogs/%1.yaml"_s.arg(name))));
    QVERIFY2(before.catalog->valid(), qPrintable(before.catalog->errors.value(0).message));
    QByteArray made;
    for (const CatalogEdit &edit : editsOf(*before.catalog)) {
        made += "== " + edit.toText() + '\n';
        const auto after = edit.apply(before);
        if (!after) {
            made += "refused: " + codeName(after.error()) + ' ' + after.error().message.toUtf8() + '\n';
            continue;
        }
        const QByteArray wrong = edit.wrongIn(before, *after);
        QVERIFY2(wrong.isEmpty(), QByteArray(edit.toText() + ": " + wrong + "\n" + after->bytes).constData());
        const ByteChange change(before.bytes, after->bytes);
        if (change.removed.isEmpty() && change.inserted.isEmpty())
            made += "nothing to do\n";
        else
            made += '@' + QByteArray::number(change.offset) + " -" + escaped(change.removed) + " +" +
                    escaped(change.inserted) + '\n';
    }
    const QString path = corpus(u"expected/%1.txt"_s.arg(name));
    if (qEnvironmentVariableIsSet("NOVA_WRITE_EXPECTED")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(made) == made.size());
    }
    const QByteArrayList isNow = made.split('\n'), expected = contents(path).split('\n');
    for (qsizetype i = 0; i < std::max(isNow.size(), expected.size()); ++i)
        QVERIFY2(isNow.value(i) == expected.value(i),
                 QByteArray("line " + QByteArray::number(i + 1) + " of " + path.toUtf8() + "\n is now " +
                            isNow.value(i - i % 2) + ' ' + isNow.value(i) + "\n and was " + expected.value(i - i % 2) +
                            ' ' + expected.value(i))
                     .constData());
}

void TestCatalogCorpus::togglesBack()
{
    QFETCH(QString, name);
    const auto before = CatalogText::of(contents(corpus(u"catalogs/%1.yaml"_s.arg(name))));
    for (const ServerEntry &server : before.catalog->servers) {
        const auto there = withEnabled(before, server.name, !server.enabled);
        if (!there)
            continue; // The expected file tells why.
        const auto back = withEnabled(*there, server.name, server.enabled);
        QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
        QVERIFY(back->catalog->find(server.name)->enabled == server.enabled);
        if (hasOwnSwitch(*before.catalog, server.name))
            QCOMPARE(back->bytes, before.bytes);
    }
}

void TestCatalogCorpus::removesWhatItAdded()
{
    QFETCH(QString, name);
    const auto before = CatalogText::of(contents(corpus(u"catalogs/%1.yaml"_s.arg(name))));
    const auto with = adding().apply(before);
    if (!with)
        return; // The expected file tells why.
    const auto without = withoutServer(*with, u"added-one"_s);
    QVERIFY2(without, qPrintable(without ? QString() : without.error().message));
    // The blank line that sets the new entry apart stays when the entry goes.
    const ByteChange change(before.bytes, without->bytes);
    QCOMPARE(change.removed, QByteArray());
    QVERIFY2(change.inserted.trimmed().isEmpty() && change.inserted.count('\n') <= 1, change.inserted.constData());
}

void TestCatalogCorpus::movesBack()
{
    QFETCH(QString, name);
    const auto before = CatalogText::of(contents(corpus(u"catalogs/%1.yaml"_s.arg(name))));
    const QList<ServerEntry> &servers = before.catalog->servers;
    for (qsizetype i = 0; i + 1 < servers.size(); ++i) {
        const QString &upper = servers.at(i).name, &lower = servers.at(i + 1).name;
        const auto there = withServerBefore(before, lower, upper);
        if (!there)
            continue; // The expected file tells why.
        const auto back = withServerBefore(*there, upper, lower);
        QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
        for (qsizetype k = 0; k < servers.size(); ++k)
            QCOMPARE(back->catalog->servers.at(k).name, servers.at(k).name);
    }
}

QTEST_GUILESS_MAIN(TestCatalogCorpus)
#include "tst_catalog_corpus.moc"
