#include "app/desktop/viewmodels/import_model.h"

#include "app/desktop/viewmodels/link_words.h"
#include "core/base/caller.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

ImportModel::ImportModel(NovaService &service, ForeignFiles &files, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
    , m_files(files)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_fromFiles(std::make_shared<Mailbox>())
{
    connect(&m_watch, &LinkWatch::switched, this, &ImportModel::startAnew);
    connect(&service, &NovaService::stateChanged, this, &ImportModel::takeState);
    takeState(service.state());
}

ImportModel::~ImportModel() = default;

ImportModel::Kind ImportModel::Row::kind() const
{
    if (added)
        return Kind::Added;
    switch (item.kind) {
    case ImportItem::Kind::New:
        return Kind::New;
    case ImportItem::Kind::Present:
        return Kind::Present;
    case ImportItem::Kind::Impossible:
        break;
    }
    return Kind::Impossible;
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.item.name;
    case WrittenNameRole:
        return row.item.server.name;
    case AddressRole:
        return row.item.server.url;
    case DescriptionRole:
        return row.item.server.description;
    case PlaceRole:
        return row.item.server.place;
    case KindRole:
        return QVariant::fromValue(row.kind());
    case WhyRole:
        return row.item.why;
    case NotesRole:
        return row.item.server.notes.join(u' ');
    case ChosenRole:
        return row.chosen;
    case NameProblemRole:
        return row.nameProblem;
    case ProblemRole:
        return row.problem;
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportModel::roleNames() const
{
    return {{NameRole, "name"},       {WrittenNameRole, "writtenName"},
            {AddressRole, "address"}, {DescriptionRole, "description"},
            {PlaceRole, "place"},     {KindRole, "kind"},
            {WhyRole, "why"},         {NotesRole, "notes"},
            {ChosenRole, "chosen"},   {NameProblemRole, "nameProblem"},
            {ProblemRole, "problem"}};
}

void ImportModel::rowChanged(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

int ImportModel::count(Kind kind) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [kind](const Row &row) { return row.kind() == kind; }));
}

int ImportModel::chosenCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return row.chosen && row.kind() == Kind::New; }));
}

QString ImportModel::summary() const
{
    QStringList parts;
    if (const int number = count(Kind::Added); number > 0)
        parts.append(number == 1 ? tr("1 was added") : tr("%1 were added").arg(number));
    if (const int number = count(Kind::New); number > 0)
        parts.append(tr("%1 can be added").arg(number));
    if (const int number = count(Kind::Present); number > 0)
        parts.append(number == 1 ? tr("1 is there already") : tr("%1 are there already").arg(number));
    if (const int number = count(Kind::Impossible); number > 0)
        parts.append(number == 1 ? tr("1 has no place here") : tr("%1 have no place here").arg(number));
    return parts.join(u" · "_s);
}

QString ImportModel::addWords() const
{
    const int number = chosenCount();
    return number == 0 ? tr("Add") : number == 1 ? tr("Add 1 server") : tr("Add %1 servers").arg(number);
}

bool ImportModel::canAdd() const
{
    return m_phase == Phase::Preview && !m_undoing && chosenCount() > 0 && obstacle().isEmpty() &&
           std::none_of(m_rows.begin(), m_rows.end(),
                        [](const Row &row) { return row.chosen && !row.nameProblem.isEmpty(); });
}

QString ImportModel::obstacle() const
{
    if (!m_linkUp)
        return tr("%1. Nothing can be added until it is back.").arg(linkHeadline(*m_service.state()->link));
    if (m_catalog->file.state == DocumentStatus::State::Invalid)
        return tr("The catalog has errors. Nothing can be added until they are mended.");
    if (m_catalog->file.state == DocumentStatus::State::Loaded && !m_catalog->file.writable)
        return tr("The catalog is managed elsewhere: Nova may not write it.");
    return {};
}

bool ImportModel::canUndo() const
{
    return m_phase != Phase::Adding && !m_undoing && !m_backup.isEmpty() && m_linkUp &&
           m_catalog->file.revision == m_revision;
}

QStringList ImportModel::placeTitles() const
{
    QStringList titles;
    for (const FoundPlace &found : m_places) {
        if (!found.problem.isEmpty())
            titles.append(tr("%1 · cannot be read").arg(found.place.title));
        else
            titles.append(found.servers == 1 ? tr("%1 · 1 server").arg(found.place.title)
                                             : tr("%1 · %2 servers").arg(found.place.title).arg(found.servers));
    }
    return titles;
}

QStringList ImportModel::placePaths() const
{
    QStringList paths;
    for (const FoundPlace &found : m_places)
        paths.append(found.place.path);
    return paths;
}

void ImportModel::startAnew()
{
    m_mailbox = std::make_shared<Mailbox>();
    m_catalog = m_service.state()->catalog;
    m_waiting.clear();
    m_undoing = m_failed = false;
    m_result.clear();
    m_backup.clear();
    m_revision.clear();
    if (m_phase == Phase::Preview || m_phase == Phase::Adding || m_phase == Phase::Done) {
        m_phase = Phase::Preview;
        setPlan(planImport(m_config, m_catalog->servers));
    }
    Q_EMIT changed();
}

void ImportModel::takeState(const NovaStatePtr &state)
{
    const bool up = state->link->isUp();
    if (state->catalog == m_catalog && up == m_linkUp)
        return;
    const bool otherCatalog = state->catalog != m_catalog;
    m_catalog = state->catalog;
    m_linkUp = up;
    if (otherCatalog && m_phase == Phase::Preview && !m_undoing)
        planAgain();
    Q_EMIT changed();
}

bool ImportModel::isWorthReading(const QString &text) const
{
    return looksForeign(text.toUtf8());
}

QString ImportModel::clipboardText() const
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return clipboard ? clipboard->text() : QString();
}

void ImportModel::start()
{
    if (m_phase == Phase::Adding)
        return;
    m_phase = Phase::Choosing;
    ++m_reading;
    setPlan({});
    m_source.clear();
    m_problem.clear();
    m_result.clear();
    m_failed = false;
    m_backup.clear();
    m_looking = true;
    Q_EMIT changed();
    Q_EMIT placesChanged();
    m_files.find({m_fromFiles, [this](const Result<QList<FoundPlace>> &found) {
                      m_looking = false;
                      m_places = found.value_or(QList<FoundPlace>());
                      Q_EMIT placesChanged();
                  }});
}

void ImportModel::readText(const QString &text)
{
    if (m_phase == Phase::Adding)
        return;
    ++m_reading;
    takeText(text.toUtf8(), std::nullopt, {}, maxForeignBytes);
}

void ImportModel::readFile(const QString &path)
{
    const QString local = path.startsWith(u"file:") ? QUrl(path).toLocalFile() : path.trimmed();
    if (m_phase == Phase::Adding || local.isEmpty())
        return;
    m_phase = Phase::Reading;
    m_problem.clear();
    Q_EMIT changed();
    const auto take = [this, local, reading = ++m_reading](const Result<QByteArray> &bytes) {
        if (reading != m_reading)
            return;
        m_phase = Phase::Choosing;
        m_source = QFileInfo(local).fileName();
        if (bytes)
            takeText(*bytes, formOfPath(local), m_source, maxBytesOf(local));
        else
            complain(bytes.error());
    };
    m_files.read(local, {m_fromFiles, take});
}

void ImportModel::readPlace(int place)
{
    if (place >= 0 && place < m_places.size())
        readFile(m_places[place].place.path);
}

void ImportModel::choose(int row, bool chosen)
{
    if (m_phase != Phase::Preview || row < 0 || row >= m_rows.size() || m_rows[row].kind() != Kind::New)
        return;
    m_rows[row].chosen = chosen;
    checkNames();
    rowChanged(row);
    Q_EMIT changed();
}

void ImportModel::rename(int row, const QString &name)
{
    if (m_phase != Phase::Preview || row < 0 || row >= m_rows.size() || m_rows[row].kind() != Kind::New)
        return;
    m_rows[row].item.name = name.trimmed();
    m_rows[row].problem.clear();
    checkNames();
    rowChanged(row);
    Q_EMIT changed();
}

} // namespace nova
