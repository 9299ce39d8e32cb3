#include "../core/catalog_edit.h"

#include <cstdio>
#include <cstdlib>

using namespace nova;
using namespace Qt::StringLiterals;

/// Any change may be asked of any bytes: the editor never crashes, and what it accepts is valid, holds what was asked
/// and nothing else. Three bytes choose the kind of the change, the server and the field; then comes the new value, up
/// to a NUL; the rest is the catalog.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace
{

QJsonValue valueOf(const QString &field, const QString &text)
{
    if (text == u"~")
        return QJsonValue::Null;
    if (field == u"enabled")
        return text.size() % 2 == 0;
    if (field == u"interval_s" || field == u"timeout_s")
        return text.toInt();
    return text;
}

CatalogEdit editOf(const QByteArray &head, const QString &text, const Catalog &catalog)
{
    const auto number = [&](qsizetype i) { return quint8(head.at(i)); };
    const QString server =
        catalog.servers.isEmpty() ? u"a"_s : catalog.servers.at(number(1) % catalog.servers.size()).name;
    const QStringList &fields = serverFields();
    const QString field = fields.at(number(2) % fields.size());
    const QString name = isServerName(text) ? text : u"added-one"_s;
    switch (number(0) % 9) {
    case 0:
        return {.kind = CatalogEdit::Kind::Toggle, .server = server};
    case 1:
        return {.kind = CatalogEdit::Kind::Add,
                .server = name,
                .fields = {{u"url"_s, u"http://localhost:9000/mcp"_s}, {u"description"_s, text}}};
    case 2:
        return {.kind = CatalogEdit::Kind::Rename, .server = server, .newName = name};
    case 3:
        return {.kind = CatalogEdit::Kind::Remove, .server = server};
    case 8: {
        const bool toEnd = catalog.servers.isEmpty() || number(2) % 4 == 0;
        return {.kind = CatalogEdit::Kind::Move,
                .server = server,
                .target = toEnd ? QString() : catalog.servers.at(number(2) % catalog.servers.size()).name};
    }
    case 4: // One header, new or known.
    {
        const QStringList known = catalog.servers.isEmpty() ? QStringList() : catalog.find(server)->headerNames;
        const QString header =
            known.isEmpty() || number(2) % 2 == 0 ? u"X-New"_s : known.at(number(2) / 2 % known.size());
        return {.kind = CatalogEdit::Kind::Set,
                .server = server,
                .fields = {{u"headers"_s, QJsonObject{{header, text == u"~" ? QJsonValue() : QJsonValue(text)}}}}};
    }
    default:
        if (field == u"headers")
            return {.kind = CatalogEdit::Kind::Set,
                    .server = server,
                    .fields = {{u"description"_s, text}, {u"timeout_s"_s, 20}, {u"enabled"_s, QJsonValue::Null}}};
        return {.kind = CatalogEdit::Kind::Set, .server = server, .fields = {{field, valueOf(field, text)}}};
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = input.indexOf('\0', 3);
    if (end < 0)
        return 0;
    const CatalogText before = CatalogText::of(input.mid(end + 1));
    const CatalogEdit edit = editOf(input.left(3), QString::fromUtf8(input.mid(3, end - 3)), *before.catalog);
    const auto after = edit.apply(before);
    if (!after)
        return 0;
    if (const QByteArray wrong = edit.wrongIn(before, *after); !wrong.isEmpty()) {
        std::fprintf(stderr, "%s: %s\n--- from:\n%s\n--- made:\n%s\n", edit.toText().constData(), wrong.constData(),
                     before.bytes.constData(), after->bytes.constData());
        std::abort();
    }
    return 0;
}
