#include "app/desktop/viewmodels/server_words.h"

#include "app/desktop/viewmodels/link_words.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
QString tr(const char *text)
{
    return QCoreApplication::translate("nova", text);
}
} // namespace

QString warningFor(const QString &name, const QList<Diagnostic> &warnings)
{
    QString text;
    int more = 0;
    for (const Diagnostic &warning : warnings) {
        if (warning.path != name && !warning.path.startsWith(name + u'.'))
            continue;
        if (!text.isEmpty()) {
            ++more;
            continue;
        }
        text = warning.message;
        if (warning.line > 0)
            text = tr("Line %1: %2").arg(QString::number(warning.line), text);
    }
    return more == 0 ? text : tr("%1 (and %2 more)").arg(text, QString::number(more));
}

QString reasonOf(const Error &error)
{
    if (error.code == ErrorCode::StaleRevision)
        return tr("%1 was changed in the meantime. Try again.").arg(QFileInfo(error.file).fileName());
    QString reason = error.message;
    return error.file.isEmpty() ? reason : reason.replace(error.file, QFileInfo(error.file).fileName());
}

QString whyNotEditable(const NovaState &state)
{
    if (!state.link->isUp())
        return tr("%1. Nothing can be changed there now.").arg(linkHeadline(*state.link));
    const DocumentStatus &file = state.catalog->file;
    const QString name = QFileInfo(file.path).fileName();
    switch (file.state) {
    case DocumentStatus::State::Loaded:
        return file.writable ? QString()
                             : tr("%1 is managed elsewhere: Nova may not write it. Change it at its source.").arg(name);
    case DocumentStatus::State::Invalid:
        return tr("%1 has errors. Mend them first.").arg(name);
    case DocumentStatus::State::Loading:
        return tr("%1 is being read.").arg(name);
    case DocumentStatus::State::Missing:
    case DocumentStatus::State::Unreadable:
        break;
    }
    return tr("%1 cannot be read.").arg(name);
}

const ServerEntry *serverIn(const CatalogState &catalog, const QString &name)
{
    const auto found = std::find_if(catalog.servers.begin(), catalog.servers.end(),
                                    [&name](const ServerEntry &server) { return server.name == name; });
    return found == catalog.servers.end() ? nullptr : &*found;
}

} // namespace nova
