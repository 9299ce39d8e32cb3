#include "app/desktop/viewmodels/events_model.h"

#include "app/desktop/viewmodels/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

// What an EventsModel says of itself.

namespace nova
{

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int serial = serialAt(index.row());
    const Kept &kept = *find(serial);
    switch (role) {
    case SerialRole:
        return serial;
    case SentenceRole:
        return kept.sentence;
    case MarkRole:
        return int(kept.mark);
    case KindRole:
        return kindWords(kept.event.type);
    case AgoRole:
        return kept.event.timestamp.isValid() ? agoWords(kept.event.timestamp, QDateTime::currentDateTime())
                                              : QString();
    case ExactlyRole:
        return kept.event.timestamp.toLocalTime().time().toString(u"HH:mm:ss.zzz"_s);
    case MachineRole:
        return kept.event.source == m_ours ? QString() : kept.event.source.section(u'@', -1);
    default:
        return {};
    }
}

QHash<int, QByteArray> EventsModel::roleNames() const
{
    return {{SerialRole, "serial"}, {SentenceRole, "sentence"}, {MarkRole, "mark"},      {KindRole, "kind"},
            {AgoRole, "ago"},       {ExactlyRole, "exactly"},   {MachineRole, "machine"}};
}

QString EventsModel::summary() const
{
    if (m_kept.empty())
        return {};
    const QLocale locale;
    const QString all = m_kept.size() == 1 ? tr("1 event") : tr("%1 events").arg(locale.toString(total()));
    QStringList words{count() == total() ? all : tr("%1 of %2").arg(locale.toString(count()), all)};
    if (m_letGo > 0)
        words << tr("%1 older let go").arg(locale.toString(m_letGo));
    return words.join(u" · "_s);
}

QString EventsModel::waitingWords() const
{
    switch (waitingCount()) {
    case 0:
        return tr("nothing new");
    case 1:
        return tr("1 new");
    default:
        return tr("%1 new").arg(QLocale().toString(waitingCount()));
    }
}

int EventsModel::serialAt(int row) const
{
    return row >= 0 && row < count() ? m_shown[m_shown.size() - 1 - size_t(row)] : -1;
}

int EventsModel::rowOf(int serial) const
{
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), serial);
    return found != m_shown.end() && *found == serial ? int(m_shown.end() - found) - 1 : -1;
}

const EventsModel::Kept *EventsModel::find(int serial) const
{
    const int place = serial - m_firstSerial;
    return serial >= 0 && place >= 0 && place < total() ? &m_kept[size_t(place)] : nullptr;
}

QString EventsModel::json(int serial) const
{
    if (const Kept *kept = find(serial))
        return eventJson(kept->event);
    return serial >= 0 && serial == m_chosen ? eventJson(m_details.event()) : QString();
}

QString EventsModel::shownJson() const
{
    QJsonArray events;
    for (auto serial = m_shown.rbegin(); serial != m_shown.rend(); ++serial)
        events.append(toJson(find(*serial)->event));
    return QString::fromUtf8(QJsonDocument(events).toJson());
}

bool EventsModel::copy(int serial) const
{
    const QString text = json(serial);
    if (text.isEmpty())
        return false;
    QGuiApplication::clipboard()->setText(text);
    return true;
}

bool EventsModel::copyShown() const
{
    if (m_shown.empty())
        return false;
    QGuiApplication::clipboard()->setText(shownJson());
    return true;
}

} // namespace nova
