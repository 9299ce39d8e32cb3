#include "app/desktop/viewmodels/import_model.h"
#include "core/base/caller.h"

#include <QSet>
#include <utility>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

Caller desktop()
{
    return {Origin::Ui, u"desktop"_s};
}

/// "A comma is expected here. (line 4, column 7)" and what helps.
QString wordsOf(const Error &error)
{
    if (error.diagnostics.isEmpty())
        return error.message;
    const Diagnostic &first = error.diagnostics.first();
    QString words = first.message;
    if (first.line > 0)
        words = ImportModel::tr("Line %1, column %2: %3").arg(first.line).arg(first.column).arg(words);
    return first.hint.isEmpty() ? words : QString(words + u' ' + first.hint);
}

} // namespace

void ImportModel::complain(const Error &error)
{
    setPlan({});
    m_config = {};
    m_phase = Phase::Choosing;
    m_problem = wordsOf(error);
    Q_EMIT changed();
}

void ImportModel::takeText(const QByteArray &text, std::optional<ForeignForm> form, const QString &source,
                           qsizetype most)
{
    auto config = readForeign(text, form, most);
    m_source = source;
    m_result.clear();
    m_failed = false;
    m_backup.clear();
    if (!config) {
        complain(config.error());
        return;
    }
    m_config = *config;
    m_problem.clear();
    if (m_config.form)
        m_source = m_config.title();
    else if (m_source.isEmpty())
        m_source = tr("the text");
    m_phase = Phase::Preview;
    setPlan(planImport(m_config, m_catalog->servers));
    Q_EMIT changed();
}

void ImportModel::setPlan(const QList<ImportItem> &plan)
{
    beginResetModel();
    m_rows.clear();
    for (const ImportItem &item : plan)
        m_rows.append({item, item.kind == ImportItem::Kind::New});
    checkNames();
    endResetModel();
}

/// The catalog has changed under the preview. What somebody typed and chose stays.
void ImportModel::planAgain()
{
    const QList<ImportItem> plan = planImport(m_config, m_catalog->servers);
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row &shown = m_rows[row];
        if (shown.added)
            continue;
        const ImportItem::Kind before = shown.item.kind;
        shown.item.kind = plan[row].kind;
        if (before != plan[row].kind) {
            shown.item.name = plan[row].name;
            shown.item.why = plan[row].why;
            shown.chosen = plan[row].kind == ImportItem::Kind::New;
        }
        rowChanged(row);
    }
    checkNames();
}

void ImportModel::checkNames()
{
    QSet<QString> taken;
    for (const ServerEntry &entry : m_catalog->servers)
        taken.insert(entry.name);
    for (int place = 0; place < int(m_rows.size()); ++place) {
        Row &row = m_rows[place];
        const QString before = row.nameProblem;
        row.nameProblem.clear();
        if (row.kind() == Kind::New && row.chosen) {
            if (!isServerName(row.item.name))
                row.nameProblem = tr("Use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a "
                                     "letter or digit.");
            else if (taken.contains(row.item.name))
                row.nameProblem = tr("There is another server of this name.");
            taken.insert(row.item.name);
        }
        if (before != row.nameProblem)
            rowChanged(place);
    }
}

void ImportModel::add()
{
    if (!canAdd())
        return;
    m_waiting.clear();
    for (int row = 0; row < int(m_rows.size()); ++row) {
        m_rows[row].problem.clear();
        if (m_rows[row].chosen && m_rows[row].kind() == Kind::New)
            m_waiting.append(row);
    }
    m_wanted = int(m_waiting.size());
    m_phase = Phase::Adding;
    m_failed = false;
    m_result.clear();
    // What was added before a failure can be taken back together with the rest, if nobody came between.
    if (m_catalog->file.revision != m_revision)
        m_backup.clear();
    m_first = m_backup.isEmpty();
    m_revision = m_catalog->file.revision;
    addNext();
}

void ImportModel::addNext()
{
    if (m_waiting.isEmpty()) {
        end({});
        return;
    }
    m_result = tr("Adding %1 of %2").arg(m_wanted - m_waiting.size() + 1).arg(m_wanted);
    Q_EMIT changed();
    const int row = m_waiting.takeFirst();
    const ImportItem &item = m_rows[row].item;
    AddServerCommand command{item.name, item.server.fields(), std::nullopt};
    if (!m_revision.isEmpty()) // There is no file yet.
        command.ifMatch = m_revision;
    const auto take = [this, row](const Result<ServerSaved> &answer) { settle(row, answer); };
    m_service.addServer(std::move(command), desktop(), {m_mailbox, take});
}

void ImportModel::settle(int row, const Result<ServerSaved> &answer)
{
    Row &shown = m_rows[row];
    if (!answer) {
        const Error &error = answer.error();
        shown.problem = error.code == ErrorCode::StaleRevision
                            ? tr("The catalog was changed meanwhile. Look at it and add the rest.")
                            : wordsOf(error);
        rowChanged(row);
        end(shown.problem);
        return;
    }
    if (std::exchange(m_first, false))
        m_backup = answer->backupId;
    m_revision = answer->revision;
    shown.added = true;
    shown.chosen = false;
    rowChanged(row);
    addNext();
}

void ImportModel::end(const QString &failure)
{
    const int number = int(m_wanted - m_waiting.size()) - (failure.isEmpty() ? 0 : 1);
    m_waiting.clear();
    m_failed = !failure.isEmpty();
    if (!m_failed)
        m_result = number == 1 ? tr("1 server was added.") : tr("%1 servers were added.").arg(number);
    else if (number == 0)
        m_result = tr("Nothing was added. %1").arg(failure);
    else
        m_result = tr("%1 of %2 were added and stay. %3").arg(number).arg(m_wanted).arg(failure);
    m_phase = m_failed || count(Kind::New) > 0 ? Phase::Preview : Phase::Done;
    planAgain(); // What happened to the catalog meanwhile counts from now on.
    Q_EMIT changed();
    if (!m_failed)
        Q_EMIT added(m_result);
}

void ImportModel::undo()
{
    if (!canUndo())
        return;
    m_undoing = true;
    Q_EMIT changed();
    m_service.restore({DocumentKind::Catalog, m_backup, m_revision}, desktop(),
                      {m_mailbox, [this](const Result<TextSaved> &answer) { takeUndone(answer); }});
}

void ImportModel::takeUndone(const Result<TextSaved> &answer)
{
    m_undoing = false;
    m_failed = !answer.has_value();
    if (answer) {
        m_backup.clear();
        m_result = tr("The catalog is as it was before.");
        for (Row &row : m_rows) {
            row.chosen = row.chosen || row.added;
            row.added = false;
        }
        m_phase = m_rows.isEmpty() ? Phase::Choosing : Phase::Preview;
        planAgain();
    } else {
        m_result = tr("It could not be undone. %1").arg(wordsOf(answer.error()));
    }
    Q_EMIT changed();
}

} // namespace nova
