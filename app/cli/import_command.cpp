#include "app/cli/import_command.h"

#include "app/cli/nova_access.h"
#include "app/cli/printing.h"
#include "app/cli/terminal.h"
#include "app/host/headless.h"
#include "core/service/state_reader.h"
#include "core/transfer/import_plan.h"
#include "core/transfer/usual_places.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using Kind = ImportItem::Kind;
using Tint = Paint::Tint;

struct Row {
    ImportItem item;
    bool added = false;
    QString problem{}; ///< Why it could not be added.
};

Result<QByteArray> textOf(const QString &path)
{
    if (path != u"-")
        return readForeignFile(path);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorCode::Io, u"The standard input cannot be read."_s);
    return input.readAll();
}

/// "FILE:4:7: error: A comma is expected here.", as `validate` says it.
Error placed(Error error, const QString &path)
{
    if (error.diagnostics.isEmpty() || error.diagnostics.first().line == 0)
        return error;
    const Diagnostic &first = error.diagnostics.first();
    error.message =
        u"%1:%2:%3: %4 %5"_s.arg(path).arg(first.line).arg(first.column).arg(first.message, first.hint).trimmed();
    return error;
}

Result<CatalogState> catalogOf(NovaAccess &nova)
{
    return nova.catalog().and_then([](const QJsonObject &json) { return fromJson<CatalogState>(json); });
}

/// One after the other, each on the revision that the one before made; a failure ends it.
Result<void> add(QList<Row> &rows, NovaAccess &nova, const CatalogState &catalog, QString &backup)
{
    Progress progress(u"Adding"_s);
    QString revision = catalog.file.revision;
    for (Row &row : rows) {
        if (row.item.kind != Kind::New)
            continue;
        progress.say(u"Adding %1"_s.arg(row.item.name));
        AddServerCommand asked{row.item.name, row.item.server.fields(), std::nullopt};
        if (!revision.isEmpty()) // There is no file yet.
            asked.ifMatch = revision;
        auto saved = nova.add(asked);
        if (!saved) {
            if (saved.error().code == ErrorCode::StaleRevision)
                saved.error().message = u"The catalog was changed meanwhile. Look at it and import the rest."_s;
            row.problem = saved.error().message;
            return tl::unexpected(saved.error());
        }
        if (backup.isEmpty())
            backup = saved->backupId;
        revision = saved->revision;
        row.added = true;
    }
    return {};
}

QString wordFor(Kind kind)
{
    return kind == Kind::New ? u"new"_s : kind == Kind::Present ? u"present"_s : u"impossible"_s;
}

QJsonObject jsonOf(const Row &row)
{
    const ForeignServer &server = row.item.server;
    QJsonObject json{{u"name"_s, row.item.name},
                     {u"written_name"_s, server.name},
                     {u"url"_s, server.url},
                     {u"kind"_s, wordFor(row.item.kind)},
                     {u"why"_s, row.item.why},
                     {u"notes"_s, QJsonArray::fromStringList(server.notes)},
                     {u"variables"_s, QJsonArray::fromStringList(server.variables)},
                     {u"line"_s, server.line},
                     {u"added"_s, row.added}};
    if (!row.problem.isEmpty())
        json[u"problem"_s] = row.problem;
    return json;
}

void printRow(const Row &row, const Paint &paint)
{
    const auto [tint, mark] = row.item.kind == Kind::New       ? std::pair(Tint::Good, u"+"_s)
                              : row.item.kind == Kind::Present ? std::pair(Tint::Quiet, u"="_s)
                                                               : std::pair(Tint::Attention, u"−"_s);
    const QString name = row.item.kind == Kind::New ? row.item.name : row.item.server.name;
    const QString &url = row.item.server.url;
    print(paint(tint, mark) + u' ' + paint(Tint::Strong, harmless(name)) +
          (url.isEmpty() ? QString() : u"  "_s + harmless(url)));
    QStringList notes = row.item.server.notes;
    if (!row.item.why.isEmpty())
        notes.prepend(row.item.why);
    if (!row.problem.isEmpty())
        notes.append(row.problem);
    for (const QString &note : notes)
        print(u"    "_s + harmless(note));
}

qsizetype count(const QList<Row> &rows, const std::function<bool(const Row &)> &isOne)
{
    return std::count_if(rows.begin(), rows.end(), isOne);
}

QString summary(const QList<Row> &rows, bool dryRun)
{
    const auto possible = count(rows, [](const Row &row) { return row.item.kind == Kind::New; });
    const auto added = count(rows, [](const Row &row) { return row.added; });
    const auto present = count(rows, [](const Row &row) { return row.item.kind == Kind::Present; });
    const auto impossible = rows.size() - possible - present;
    QStringList parts;
    if (dryRun)
        parts.append(u"%1 can be added"_s.arg(possible));
    else
        parts.append(added == 1 ? u"1 was added"_s : u"%1 were added"_s.arg(added));
    if (present > 0)
        parts.append(present == 1 ? u"1 is there already"_s : u"%1 are there already"_s.arg(present));
    if (impossible > 0)
        parts.append(impossible == 1 ? u"1 has no place here"_s : u"%1 have no place here"_s.arg(impossible));
    return parts.join(u" · "_s);
}

} // namespace

int runImport(const CommandLine &command, const Locations &locations)
{
    const auto text = textOf(command.target);
    if (!text)
        return fail(command, text.error());
    const auto config = readForeign(*text, formOfPath(command.target), maxBytesOf(command.target));
    if (!config)
        return fail(command, placed(config.error(), command.target));
    const auto nova = reachNova(command, locations);
    if (!nova)
        return fail(command, nova.error());
    auto catalog = catalogOf(**nova);
    if (!catalog && catalog.error().code == ErrorCode::NotFound && !(*nova)->isRunning()) {
        if (!command.dryRun)
            QDir().mkpath(QFileInfo(locations.catalog()).path());
        catalog = {}; // The first server makes the file.
    }
    if (!catalog)
        return fail(command, catalog.error());
    QList<Row> rows;
    const QList<ImportItem> plan = planImport(*config, catalog->servers);
    for (const ImportItem &item : plan)
        rows.append({item});
    QString backup;
    const auto done = command.dryRun ? Result<void>() : add(rows, **nova, *catalog, backup);
    const bool useless = count(rows, [](const Row &row) { return row.item.kind == Kind::Impossible; }) == rows.size();
    if (command.json) {
        QJsonArray servers;
        for (const Row &row : rows)
            servers.append(jsonOf(row));
        print({{u"title"_s, config->title()},
               {u"dry_run"_s, command.dryRun},
               {u"servers"_s, servers},
               {u"backup_id"_s, backup}});
    } else {
        const Paint paint(command.color);
        for (const Row &row : rows)
            printRow(row, paint);
        print(summary(rows, command.dryRun));
        if (!backup.isEmpty())
            print(u"The catalog from before is kept as %1."_s.arg(backup));
    }
    if (!done)
        complain(harmless(done.error().message));
    return done && !useless ? 0 : 1;
}

} // namespace nova
