#include "app/cli/export_command.h"

#include "app/cli/nova_access.h"
#include "app/cli/printing.h"
#include "app/cli/terminal.h"
#include "app/host/command_table.h"
#include "app/host/headless.h"
#include "core/transfer/foreign_export.h"
#include "core/transfer/local_foreign_files.h"

#include <QDir>
#include <QEventLoop>
#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// The words of the table are in the order of the programs.
ForeignForm formOf(const QString &word)
{
    const auto place = findOption(u"for"_s)->choices.indexOf(word);
    return foreignForms.at(size_t(place));
}

Result<QString> writeNew(const QString &path, const QByteArray &text)
{
    const auto files = LocalForeignFiles::ofThisUser();
    const auto mailbox = std::make_shared<Mailbox>();
    QEventLoop loop;
    Result<QString> answer = failure(ErrorCode::Io, u"It was not written."_s);
    files->write(QDir::current().absoluteFilePath(path), text, {mailbox, [&](const Result<QString> &written) {
                                                                    answer = written;
                                                                    loop.quit();
                                                                }});
    loop.exec();
    return answer.map_error([&](Error error) {
        error.message = u"%1: %2"_s.arg(path, error.message);
        return error;
    });
}

void tellNotes(const ForeignExport &made, ForeignForm form)
{
    for (const QString &note : made.notes)
        complain(harmless(note));
    complain(u"%1 looks for it in %2."_s.arg(titleOf(form), destinationOf(form)));
}

} // namespace

int runExport(const CommandLine &command, const Locations &locations)
{
    const auto nova = reachNova(command, locations);
    if (!nova)
        return fail(command, nova.error());
    const auto text = (*nova)->catalogText();
    if (!text)
        return fail(command, text.error());
    const CatalogPtr catalog = readCatalog(*text);
    if (!catalog->valid())
        return fail(command, {ErrorCode::Conflict,
                              u"The catalog has errors. Mend them first, so that nothing is left out; «validate» shows "
                              "them."_s,
                              {},
                              catalog->errors});
    const auto names = serversToExport(*catalog, command.names);
    if (!names)
        return fail(command, names.error());
    const ForeignForm form = formOf(command.form);
    const ForeignExport made = exportServers(*catalog, *names, form);
    const auto written = command.output.isEmpty() ? Result<QString>() : writeNew(command.output, made.text);
    if (!written)
        return fail(command, written.error());
    if (command.json) {
        QJsonObject told{{u"form"_s, command.form},
                         {u"names"_s, QJsonArray::fromStringList(*names)},
                         {u"notes"_s, QJsonArray::fromStringList(made.notes)},
                         {u"destination"_s, destinationOf(form)}};
        if (command.output.isEmpty())
            told[u"text"_s] = QString::fromUtf8(made.text);
        else
            told[u"file"_s] = *written;
        print(told);
        return 0;
    }
    if (command.output.isEmpty())
        std::fwrite(made.text.constData(), 1, size_t(made.text.size()), stdout);
    else
        print(names->size() == 1 ? u"1 server is in %1."_s.arg(*written)
                                 : u"%1 servers are in %2."_s.arg(names->size()).arg(*written));
    tellNotes(made, form);
    return 0;
}

} // namespace nova
