#include "app/desktop/viewmodels/versions_model.h"

#include "app/desktop/viewmodels/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// What came after a version, from what its name tells.
QString causeWords(const QString &cause)
{
    if (cause == u"ui")
        return VersionsModel::tr("replaced in a window");
    if (cause == u"api")
        return VersionsModel::tr("replaced by the API");
    if (cause == u"file")
        return VersionsModel::tr("replaced in the file");
    if (cause == u"remote")
        return VersionsModel::tr("replaced from another machine");
    if (cause == u"restore")
        return VersionsModel::tr("replaced by an earlier text");
    if (cause == u"recovered")
        return VersionsModel::tr("found after a crash");
    return cause;
}

} // namespace

VersionsModel::VersionsModel(NovaService &service, DocumentKind document, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
    , m_document(document)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
{
    connect(&m_watch, &LinkWatch::switched, this, &VersionsModel::startAnew);
    connect(&service, &NovaService::stateChanged, this, &VersionsModel::takeState);
    takeState(service.state());
}

VersionsModel::~VersionsModel() = default;

int VersionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DocumentVersion &version = m_versions[index.row()];
    switch (role) {
    case WhenRole:
        return agoWords(version.time, QDateTime::currentDateTime());
    case WhenExactRole:
        return QLocale().toString(version.time.toLocalTime(), QLocale::LongFormat);
    case CauseRole:
        return causeWords(version.cause);
    case SizeRole:
        return sizeWords(version.bytes);
    case AddedRole:
        return version.lines.added;
    case RemovedRole:
        return version.lines.removed;
    default:
        return {};
    }
}

QHash<int, QByteArray> VersionsModel::roleNames() const
{
    return {{WhenRole, "when"}, {WhenExactRole, "whenExact"}, {CauseRole, "cause"},
            {SizeRole, "size"}, {AddedRole, "added"},         {RemovedRole, "removed"}};
}

void VersionsModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    if (active)
        list();
}

int VersionsModel::chosen() const
{
    for (int row = 0; row < count(); ++row) {
        if (m_versions[row].id == m_chosen)
            return row;
    }
    return -1;
}

QString VersionsModel::chosenWhen() const
{
    const int row = chosen();
    return row < 0 ? QString() : agoWords(m_versions[row].time, QDateTime::currentDateTime());
}

bool VersionsModel::canRestore() const
{
    using State = DocumentStatus::State;
    return m_up && !m_restoring && chosen() >= 0 && (m_file.writable || m_file.state == State::Missing);
}

void VersionsModel::startAnew()
{
    // The same text may be in both files: that it has the same revision says nothing of what was before it.
    m_mailbox = std::make_shared<Mailbox>();
    m_listing = m_listAgain = m_comparing = m_restoring = false;
    m_problem.clear();
    m_undoId.clear();
    m_chosen.clear();
    m_up = false; // So that the new one, once it is there, is asked.
    setVersions({});
}

void VersionsModel::takeState(const NovaStatePtr &state)
{
    const DocumentStatus &file = m_document == DocumentKind::Catalog ? state->catalog->file : state->prompt->file;
    const bool otherText = file.fileRevision != m_file.fileRevision;
    const bool back = !m_up && state->link->isUp();
    if (file == m_file && m_up == state->link->isUp())
        return;
    m_file = file;
    m_up = state->link->isUp();
    Q_EMIT changed();
    if (m_active && (otherText || back))
        list();
}

void VersionsModel::list()
{
    if (!m_up)
        return;
    if (m_listing) {
        m_listAgain = true; // What is on its way may be from before the change.
        return;
    }
    m_listing = true;
    Q_EMIT changed();
    m_service.listVersions(m_document, {m_mailbox, [this](const Result<QList<DocumentVersion>> &versions) {
                                            m_listing = false;
                                            m_problem = versions ? QString() : versions.error().message;
                                            if (versions)
                                                setVersions(*versions);
                                            Q_EMIT changed();
                                            if (std::exchange(m_listAgain, false))
                                                list();
                                        }});
}

void VersionsModel::setVersions(const QList<DocumentVersion> &versions)
{
    if (versions != m_versions) {
        const bool otherCount = versions.size() != m_versions.size();
        beginResetModel();
        m_versions = versions;
        endResetModel();
        if (otherCount)
            Q_EMIT countChanged();
    }
    if (chosen() < 0)
        m_chosen = m_versions.isEmpty() ? QString() : m_versions.first().id;
    compare();
}

void VersionsModel::choose(int row)
{
    if (row < 0 || row >= count() || m_versions[row].id == m_chosen)
        return;
    m_chosen = m_versions[row].id;
    m_problem.clear();
    compare();
}

void VersionsModel::compare()
{
    if (m_chosen.isEmpty()) {
        m_diff.clear();
        Q_EMIT changed();
        return;
    }
    m_comparing = true;
    Q_EMIT changed();
    const QString current = u"current"_s;
    m_service.compareTexts(m_document, m_chosen, current,
                           {m_mailbox, [this, id = m_chosen](const Result<TextDiff> &d) {
                                if (id != m_chosen)
                                    return; // The answer to the newer question comes.
                                m_comparing = false;
                                m_problem = d ? QString() : d.error().message;
                                m_diff.setRows(d ? diffRows(d->unified) : QList<DiffRow>());
                                Q_EMIT changed();
                            }});
}

void VersionsModel::restore()
{
    if (canRestore())
        send(m_chosen, m_file.fileRevision, tr("The text replaced %1 is the current one again.").arg(chosenWhen()),
             true);
}

void VersionsModel::undoRestore()
{
    if (m_restoring || m_undoId.isEmpty())
        return;
    const QString id = std::exchange(m_undoId, {});
    send(id, m_undoRevision, tr("The restore was taken back."), false);
}

void VersionsModel::send(const QString &id, const QString &ifMatch, const QString &words, bool undoable)
{
    m_restoring = true;
    Q_EMIT changed();
    m_service.restore({m_document, id, ifMatch}, {Origin::Ui, u"desktop"_s},
                      {m_mailbox, [this, words, undoable](const Result<TextSaved> &saved) {
                           m_restoring = false;
                           m_undoId = saved && undoable ? saved->backupId : QString();
                           m_undoRevision = saved ? saved->revision : QString();
                           Q_EMIT changed();
                           if (!saved && saved.error().code == ErrorCode::StaleRevision)
                               Q_EMIT failed(tr("The file has changed since. Nothing was restored."));
                           else if (!saved)
                               Q_EMIT failed(saved.error().message);
                           else if (!saved->changed)
                               Q_EMIT restored(tr("The file holds this text already."), false);
                           else
                               Q_EMIT restored(words, !m_undoId.isEmpty());
                       }});
}

} // namespace nova
