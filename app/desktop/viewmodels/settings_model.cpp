#include "app/desktop/viewmodels/settings_model.h"

#include "app/desktop/viewmodels/setting_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

const QString autostartName = u"desktop.autostart"_s;

} // namespace

SettingsModel::SettingsModel(NovaService &service, SettingsHost *host, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
    , m_host(host)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_table(settingsTable(m_scratch))
    , m_defaults(valuesOf({}))
{
    if (!m_host)
        return;
    for (const Setting &setting : m_table) {
        m_rows.append({setting.name, &setting});
        if (setting.name == u"desktop.start_in_tray"_s)
            m_rows.append({autostartName, nullptr});
    }
    connect(m_host, &SettingsHost::changed, this, &SettingsModel::take);
    connect(&service, &NovaService::stateChanged, this, [this](const NovaStatePtr &state) {
        if (state->link != m_link)
            take();
    });
    take();
}

SettingsModel::~SettingsModel() = default;

int SettingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

void SettingsModel::take()
{
    m_link = m_service.state()->link;
    m_inFile = m_host->inFile();
    m_inForce = m_host->inForce();
    m_overrides = m_host->overrides();
    m_autostart = m_host->autostart();
    if (const auto web = m_host->web(); web != m_web) {
        m_web = web;
        m_token.clear();
    }
    for (const Row &row : std::as_const(m_rows)) {
        const auto draft = m_drafts.find(row.name);
        if (draft == m_drafts.end())
            continue;
        if (draft->text == setText(row)) {
            m_drafts.erase(draft); // As it was wanted, whoever did it.
            m_problems.remove(row.name);
        } else if (const QStringList now = m_inFile.value(row.name); row.setting && draft->from != now && !m_applying) {
            m_problems[row.name] = tr("Changed in the file meanwhile: %1.").arg(shownText(*row.setting, now));
            draft->from = now; // Known now: to apply is to mean it.
        }
    }
    rowsChanged();
}

void SettingsModel::rowsChanged()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    Q_EMIT changed();
}

int SettingsModel::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.name == name; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void SettingsModel::write(int place, const QString &text)
{
    if (place < 0 || place >= m_rows.size() || !isEditable(m_rows[place]))
        return;
    const Row &row = m_rows[place];
    if (writtenText(row) == text)
        return;
    m_problems.remove(row.name);
    m_failure.clear();
    if (text == setText(row))
        m_drafts.remove(row.name);
    else if (const auto draft = m_drafts.find(row.name); draft != m_drafts.end())
        draft->text = text;
    else
        m_drafts.insert(row.name, {text, m_inFile.value(row.name)});
    if (row.name == u"redis.url"_s) {
        m_redisFinding.clear();
        m_testing = false;
        ++m_test; // What is on its way is about another address.
    }
    Q_EMIT dataChanged(index(place), index(place));
    Q_EMIT changed();
}

void SettingsModel::setText(int row, const QString &text)
{
    write(row, text);
}

void SettingsModel::setOn(int row, bool on)
{
    write(row, on ? u"true"_s : u"false"_s);
}

void SettingsModel::choose(int row, int choice)
{
    if (row >= 0 && row < m_rows.size() && m_rows[row].setting)
        write(row, m_rows[row].setting->choices.value(choice, writtenText(m_rows[row])));
}

void SettingsModel::useDefault(int row)
{
    if (row >= 0 && row < m_rows.size())
        write(row, defaultText(m_rows[row]));
}

void SettingsModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rowsChanged();
}

} // namespace nova
