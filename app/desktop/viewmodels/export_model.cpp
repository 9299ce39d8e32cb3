#include "app/desktop/viewmodels/export_model.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace nova
{

ExportModel::ExportModel(NovaService &service, ForeignFiles &files, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
    , m_files(files)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
{
    connect(&m_watch, &LinkWatch::switched, this, &ExportModel::startAnew);
}

ExportModel::~ExportModel() = default;

int ExportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_catalog ? 0 : int(m_catalog->servers.size());
}

QVariant ExportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ServerEntry &server = m_catalog->servers[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return server.name;
    case EnabledRole:
        return server.enabled;
    case ChosenRole:
        return m_chosen.contains(server.name);
    default:
        return {};
    }
}

QHash<int, QByteArray> ExportModel::roleNames() const
{
    return {{NameRole, "name"}, {EnabledRole, "on"}, {ChosenRole, "chosen"}};
}

QStringList ExportModel::forms() const
{
    QStringList titles;
    for (const ForeignForm form : foreignForms)
        titles.append(titleOf(form));
    return titles;
}

void ExportModel::setForm(int form)
{
    if (form == m_form || form < 0 || form >= int(foreignForms.size()))
        return;
    m_form = form;
    make();
}

QString ExportModel::destination() const
{
    return tr("%1 looks for it in %2.").arg(titleOf(chosenForm()), destinationOf(chosenForm()));
}

QString ExportModel::fileName() const
{
    return fileNameFor(chosenForm());
}

QString ExportModel::summary() const
{
    return tr("%1 of %2 servers").arg(chosenCount()).arg(rowCount());
}

void ExportModel::startAnew()
{
    // The text that is shown is of the other one; a file that is being written is what somebody wanted.
    m_mailbox = std::make_shared<Mailbox>();
    beginResetModel();
    m_catalog = nullptr;
    m_chosen.clear();
    endResetModel();
    m_problem.clear();
    make();
}

void ExportModel::start()
{
    m_result.clear();
    m_failed = false;
    m_service.readText(DocumentKind::Catalog, u"current"_s,
                       {m_mailbox, [this](const Result<StoredText> &answer) { takeText(answer); }});
}

void ExportModel::takeText(const Result<StoredText> &answer)
{
    beginResetModel();
    m_chosen.clear();
    m_catalog = answer ? readCatalog(answer->bytes) : nullptr;
    m_problem.clear();
    if (!answer)
        m_problem = answer.error().message;
    else if (!m_catalog->valid())
        m_problem = tr("The catalog has errors. Mend them first, so that nothing is left out.");
    if (!m_problem.isEmpty())
        m_catalog = nullptr;
    else
        for (const ServerEntry &server : m_catalog->servers) {
            if (server.enabled)
                m_chosen.insert(server.name);
        }
    endResetModel();
    make();
}

void ExportModel::make()
{
    m_made = m_catalog ? exportServers(*m_catalog, m_chosen.values(), chosenForm()) : ForeignExport();
    m_result.clear();
    m_failed = false;
    Q_EMIT changed();
}

void ExportModel::choose(int row, bool chosen)
{
    if (row < 0 || row >= rowCount())
        return;
    const QString &name = m_catalog->servers[row].name;
    if (chosen)
        m_chosen.insert(name);
    else
        m_chosen.remove(name);
    Q_EMIT dataChanged(index(row), index(row), {ChosenRole});
    make();
}

void ExportModel::tell(const QString &result, bool failed)
{
    m_result = result;
    m_failed = failed;
    Q_EMIT changed();
}

void ExportModel::copy()
{
    if (QClipboard *clipboard = QGuiApplication::clipboard(); clipboard && !m_made.text.isEmpty()) {
        clipboard->setText(text());
        tell(tr("Copied."), false);
    }
}

void ExportModel::save(const QString &path)
{
    if (path.trimmed().isEmpty() || m_made.text.isEmpty())
        return;
    m_files.write(path.trimmed(), m_made.text, {m_mailbox, [this](const Result<QString> &written) {
                                                    if (written)
                                                        tell(tr("Saved as %1.").arg(*written), false);
                                                    else
                                                        tell(written.error().message, true);
                                                }});
}

} // namespace nova
