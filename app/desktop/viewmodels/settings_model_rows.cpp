#include "app/desktop/viewmodels/settings_model.h"

#include "app/desktop/viewmodels/setting_words.h"
#include "core/redis/redis_url_mask.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

// What is shown of each setting.

namespace nova
{

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

} // namespace

QHash<int, QByteArray> SettingsModel::roleNames() const
{
    return {{NameRole, "name"},
            {GroupTitleRole, "groupTitle"},
            {FirstRole, "first"},
            {NoteRole, "groupNote"},
            {ShownRole, "shown"},
            {TitleRole, "title"},
            {DescriptionRole, "about"},
            {KindRole, "kind"},
            {TextRole, "written"},
            {OnRole, "on"},
            {ChoicesRole, "choices"},
            {ChoiceRole, "choice"},
            {ChangedRole, "edited"},
            {DefaultRole, "byDefault"},
            {OverriddenRole, "overridden"},
            {ProblemRole, "problem"},
            {EditableRole, "editable"},
            {ModelRole, "settings"}};
}

QVariant SettingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    const QString override = m_overrides.value(row.name);
    switch (role) {
    case NameRole:
        return row.name;
    case GroupTitleRole:
        return groupTitle(row);
    case FirstRole:
        return isFirst(index.row());
    case NoteRole:
        return groupNote(row);
    case ShownRole:
        return isShown(row);
    case Qt::DisplayRole:
    case TitleRole:
        return row.setting ? say(row.setting->title) : tr("Start with the desktop");
    case DescriptionRole:
        return row.setting ? say(row.setting->description) : tr("Start Nova when you sign in to this machine.");
    case KindRole:
        return int(row.setting ? row.setting->kind : Setting::Kind::Switch);
    case TextRole:
        return writtenText(row);
    case OnRole:
        return writtenText(row) == u"true";
    case ChoicesRole: {
        QStringList words;
        for (const QString &choice : row.setting ? row.setting->choices : QStringList())
            words.append(choiceWords(row.name, choice));
        return words;
    }
    case ChoiceRole:
        return row.setting ? int(row.setting->choices.indexOf(writtenText(row))) : -1;
    case ChangedRole:
        return m_drafts.contains(row.name);
    case DefaultRole:
        return defaultWords(row);
    case OverriddenRole:
        return override.isEmpty() ? QString() : tr("Set by %1, which goes before the file.").arg(override);
    case ProblemRole:
        return problemOf(row);
    case EditableRole:
        return isEditable(row);
    case ModelRole:
        return QVariant::fromValue(const_cast<SettingsModel *>(this)); // QML knows no const.
    default:
        return {};
    }
}

bool SettingsModel::isRemote() const
{
    return m_link && m_link->isRemote();
}

QString SettingsModel::groupTitle(const Row &row) const
{
    return groupWords(row.name.section(u'.', 0, 0));
}

QString SettingsModel::groupNote(const Row &row) const
{
    if (!isRemote() || row.name.startsWith(u"desktop."_s))
        return {};
    return tr("These belong to %1: its configs/nova.yaml.").arg(QUrl(m_link->address).host());
}

bool SettingsModel::isShown(const Row &row) const
{
    if (m_filter.isEmpty())
        return true;
    const QString words = row.name + u' ' + groupTitle(row) + u' ' +
                          (row.setting ? QString(say(row.setting->title) + u' ' + say(row.setting->description))
                                       : tr("Start with the desktop"));
    return words.contains(m_filter, Qt::CaseInsensitive);
}

bool SettingsModel::isFirst(int row) const
{
    if (!isShown(m_rows[row]))
        return false;
    for (int i = row - 1; i >= 0 && groupTitle(m_rows[i]) == groupTitle(m_rows[row]); --i) {
        if (isShown(m_rows[i]))
            return false;
    }
    return true;
}

bool SettingsModel::isEditable(const Row &row) const
{
    return !m_applying && !m_overrides.contains(row.name) && (row.name.startsWith(u"desktop."_s) || !isRemote());
}

QString SettingsModel::setText(const Row &row) const
{
    if (!row.setting)
        return m_autostart ? u"true"_s : u"false"_s;
    const SettingValues &values = m_overrides.contains(row.name) ? m_inForce : m_inFile;
    // The web page is served for --serve, too, whatever the settings say.
    if (row.name == u"server.enabled"_s && m_overrides.contains(row.name))
        return m_web.listening ? u"true"_s : u"false"_s;
    const QString text = textOf(*row.setting, values.value(row.name));
    return row.setting->secret ? maskedRedisUrl(text) : text;
}

QString SettingsModel::writtenText(const Row &row) const
{
    const auto draft = m_drafts.constFind(row.name);
    return draft == m_drafts.constEnd() ? setText(row) : draft->text;
}

QString SettingsModel::defaultText(const Row &row) const
{
    return row.setting ? textOf(*row.setting, m_defaults.value(row.name)) : u"false"_s;
}

QString SettingsModel::defaultWords(const Row &row) const
{
    if (!row.setting || writtenText(row) == defaultText(row))
        return {};
    return tr("Default: %1").arg(shownText(*row.setting, m_defaults.value(row.name)));
}

QStringList SettingsModel::draftValues(const Row &row) const
{
    const QString text = writtenText(row);
    if (!row.setting->secret)
        return valuesFrom(*row.setting, text);
    return {unmaskedRedisUrl(text.trimmed(), m_inFile.value(row.name).value(0))};
}

QString SettingsModel::problemOf(const Row &row) const
{
    if (m_problems.contains(row.name))
        return m_problems.value(row.name);
    if (!row.setting || !m_drafts.contains(row.name) || row.setting->set(draftValues(row)))
        return {};
    return expectationWords(*row.setting);
}

int SettingsModel::shownCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [this](const Row &row) { return isShown(row); }));
}

} // namespace nova
