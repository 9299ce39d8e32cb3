#include "app/desktop/viewmodels/server_words.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
QString tr(const char *text)
{
    return QCoreApplication::translate("ServerWords", text);
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

} // namespace nova
