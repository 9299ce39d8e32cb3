#include "catalog_edit.h"
#include "random_catalog.h"

#include <QTest>

using namespace nova;
using namespace Qt::StringLiterals;

using Kind = CatalogEdit::Kind;

/// Random edits of all kinds, with values that are hard to write, on random documents: an edit is refused because the
/// value breaks a rule (or, where the document is difficult, because there is no safe place), or changes exactly what
/// was asked.
class TestCatalogEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsOnlyWhatIsAsked_data();
    void editsOnlyWhatIsAsked();
};

namespace
{

/// Pieces of text that mean something to YAML, or are easily lost.
const QStringList &pieces()
{
    static const QStringList pieces{
        u"word"_s,  u" "_s,    u"  "_s,      u"#"_s,     u" # "_s,    u": "_s,     u":"_s,      u"\""_s,
        u"'"_s,     u"\n"_s,   u"\t"_s,      u"\r"_s,    u"\x01"_s,   u"\x7f"_s,   u"\u0085"_s, u"\u2028"_s,
        u"Grüße"_s, u"😀"_s,    u"true"_s,    u"null"_s,  u"~"_s,      u"-12.50"_s, u"1e5"_s,    u"0x1F"_s,
        u"1:30"_s,  u"- "_s,   u"? "_s,      u"&a"_s,    u"*on"_s,    u"!tag"_s,   u"|"_s,      u">-"_s,
        u"%"_s,     u"@"_s,    u"`"_s,       u"{x}"_s,   u"[y"_s,     u"]"_s,      u","_s,      u"\\"_s,
        u"<<"_s,    u"---"_s,  u"\n...\n"_s, u"yes"_s,   u"\uFEFF"_s, u"\xA0"_s,   u"No"_s,     u"2024-01-01"_s,
        u"${X}"_s,  u"a: b"_s, u"\n\n"_s,    u"\n  x"_s, u"\u200B"_s, u"="_s,      u".inf"_s,   u"ä#b"_s};
    return pieces;
}

QString text(QRandomGenerator &random)
{
    QString text;
    if (random.bounded(2) == 0) // One thing that is hard to write among words.
        return u"two words"_s + pieces().at(random.bounded(pieces().size())) + u"more"_s;
    for (int i = random.bounded(6); i > 0; --i)
        text += pieces().at(random.bounded(pieces().size()));
    return random.bounded(40) == 0 ? text.repeated(400) : text;
}

QJsonValue value(QRandomGenerator &random, const QString &field)
{
    if (random.bounded(6) == 0)
        return QJsonValue::Null;
    if (field == u"url" || field == u"health_url")
        return QString::fromUtf8(oneOf(random, {"http://h", "https://example.com/mcp?a=1&b=%20#x", "${URL}",
                                                "http://[::1]:80/", "http://h:${PORT}/a,b", "http://h/a:b/'c'"}));
    if (field == u"enabled")
        return random.bounded(2) == 0;
    if (field == u"interval_s" || field == u"timeout_s")
        return random.bounded(1, 320);
    if (field == u"probe")
        return QString::fromUtf8(oneOf(random, {"auto", "mcp", "http"}));
    return text(random);
}

CatalogEdit randomEdit(QRandomGenerator &random, const Catalog &catalog)
{
    const auto &servers = catalog.servers;
    const QString server = servers.isEmpty() ? u"s0"_s : servers.at(random.bounded(servers.size())).name;
    const QString name =
        random.bounded(3) == 0
            ? QString::fromUtf8(oneOf(random, {"on", "No", "123", "null", "1e3", "a.b", "true", "0x1F", "y", "1_0"}))
            : u"n%1"_s.arg(random.bounded(1000));
    const int kind = servers.isEmpty() ? 8 : random.bounded(23);
    if (kind >= 20) {
        const qsizetype place = random.bounded(servers.size() + 1);
        const QString before = place == servers.size() ? QString() : servers.at(place).name;
        return {.kind = Kind::Move, .server = server, .target = before};
    }
    if (kind < 2)
        return {.kind = Kind::Toggle, .server = server};
    if (kind < 4)
        return {.kind = Kind::Rename, .server = server, .newName = name};
    if (kind < 6)
        return {.kind = Kind::Remove, .server = server};
    CatalogEdit edit{.kind = kind < 9 ? Kind::Add : Kind::Set, .server = kind < 9 ? name : server};
    if (kind < 9)
        edit.fields.insert(u"url"_s, u"http://localhost:9000/mcp"_s);
    for (int i = random.bounded(1, 4); i > 0; --i) {
        const QString field = serverFields().at(random.bounded(serverFields().size()));
        if (field != u"headers" && !(field == u"url" && kind < 9)) {
            edit.fields.insert(field, value(random, field));
            continue;
        }
        QJsonObject headers;
        for (int h = random.bounded(1, 3); h > 0; --h)
            headers.insert(QString::fromUtf8(oneOf(random, {"X", "Z", "Authorization", "X-New", "on", "!#$%&'*"})),
                           value(random, u"header"_s));
        edit.fields.insert(u"headers"_s, headers);
    }
    return edit;
}

/// Entries that share values, and texts that reach up to what comes next: where the obvious edit is the wrong one.
QByteArray traps(QRandomGenerator &random, const QByteArray &text)
{
    QByteArrayList traps{
        "t0: &t0 # shared\n  url: http://h/t0\n  enabled: &on0 true\nt1: *t0\nt2:\n  <<: *t0\n  timeout_s: 5\n"
        "t3: {url: http://h, enabled: *on0}\n",
        ".h: &h {X: y, Z: w}\nu0:\n  url: http://h\n  headers: *h\nu1:\n  <<: [{headers: *h}, {probe: mcp}]\n"
        "  url: http://h\n",
        "k0:\n  url: http://h\n  description: |+\n    keeps # all\n\n\n",
        "l0:\n  description: |\n    # text\n     more\n  # note\n  url: http://h\n  x-last:\n",
        "m0: {\n  url: http://h, # who\n  headers: {X: y}, # why\n  # next\n}\n",
        "o0:\n  ? url\n  : http://h\n  x-list:\n  - enabled: true\n  - b\n",
        "p0:\n  url:\n    http://h\n  enabled: !!bool \"yes\" # why\n  description: >-\n    folded\n\n  # note\n",
    };
    QByteArray more;
    for (int i = random.bounded(1, 4); i > 0; --i)
        more += traps.takeAt(random.bounded(traps.size()));
    const bool crlf = text.contains("\r\n");
    if (crlf)
        more.replace("\n", "\r\n");
    return QByteArray(text + (text.endsWith('\n') ? "" : crlf ? "\r\n" : "\n") + more);
}

/// A comment of the generator's that `after` has fewer of; empty if there is none.
QByteArray lostComment(const QByteArray &before, const QByteArray &after)
{
    for (const char *comment : {"# note", "# tab", "# why", "# who", "# next", "# My servers"}) {
        if (after.count(comment) < before.count(comment))
            return comment;
    }
    return {};
}

bool removes(const CatalogEdit &edit)
{
    const QJsonObject headers = edit.fields.value(u"headers").toObject();
    const auto isNull = [](const QJsonValue &value) { return value.isNull(); };
    return edit.kind == Kind::Remove || std::any_of(edit.fields.begin(), edit.fields.end(), isNull) ||
           std::any_of(headers.begin(), headers.end(), isNull);
}

} // namespace

void TestCatalogEdits::editsOnlyWhatIsAsked_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("withTraps");
    for (quint32 seed = 1; seed <= 120; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed % 2 == 0);
}

void TestCatalogEdits::editsOnlyWhatIsAsked()
{
    QFETCH(quint32, seed);
    QFETCH(bool, withTraps);
    QRandomGenerator random(seed);
    const QByteArray text = randomCatalog(random, 1 + random.bounded(6));
    auto now = CatalogText::of(withTraps ? traps(random, text) : text);
    QVERIFY2(now.catalog->valid(), now.bytes.constData());
    int accepted = 0;
    for (int step = 0; step < 25; ++step) {
        const CatalogEdit edit = randomEdit(random, *now.catalog);
        const auto after = edit.apply(now);
        const auto story = [&](const QByteArray &what) {
            return QByteArray("step " + QByteArray::number(step) + ", " + edit.toText() + ": " + what + "\n--- of:\n" +
                              now.bytes + "\n--- made:\n" + (after ? after->bytes : QByteArray()));
        };
        if (!after) {
            // A value may break a rule, and a name may be taken; where nothing is shared, nothing is beyond what can
            // be edited.
            const QString code = after.error().diagnostics.value(0).code;
            QVERIFY2(withTraps || text.contains("&base") || code != u"not_editable",
                     story(after.error().message.toUtf8()).constData());
            continue;
        }
        ++accepted;
        const QByteArray wrong = edit.wrongIn(now, *after);
        QVERIFY2(wrong.isEmpty(), story(wrong).constData());
        const QByteArray lost = removes(edit) ? QByteArray() : lostComment(now.bytes, after->bytes);
        QVERIFY2(lost.isEmpty(), story("lost " + lost).constData());
        now = *after;
    }
    QVERIFY2(accepted >= 5, "almost everything was refused");
}

QTEST_GUILESS_MAIN(TestCatalogEdits)
#include "tst_catalog_edits.moc"
