#include "app/desktop/viewmodels/event_details.h"

#include "app/desktop/viewmodels/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
/// More is not read on a screen, and takes long to lay out.
constexpr qsizetype longestJson = 12'000;
} // namespace

EventDetails::EventDetails(QObject *parent)
    : QAbstractListModel(parent)
{
}

EventDetails::~EventDetails() = default;

void EventDetails::setEvent(const Event &event)
{
    beginResetModel();
    m_event = event;
    m_facts = eventFacts(event);
    endResetModel();
    m_json = eventJson(event);
    m_shortened = m_json.size() > longestJson;
    if (m_shortened)
        m_json = QString(m_json.left(longestJson) + u'…');
    Q_EMIT changed();
    Q_EMIT agoChanged();
}

int EventDetails::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_facts.size());
}

QVariant EventDetails::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EventFact &fact = m_facts[index.row()];
    if (role == LabelRole)
        return fact.label;
    return role == ValueRole ? QVariant(fact.value) : QVariant();
}

QHash<int, QByteArray> EventDetails::roleNames() const
{
    return {{LabelRole, "label"}, {ValueRole, "value"}};
}

QString EventDetails::ago() const
{
    return m_event.timestamp.isValid() ? agoWords(m_event.timestamp, QDateTime::currentDateTime()) : QString();
}

QString EventDetails::exactly() const
{
    if (!m_event.timestamp.isValid())
        return {};
    const QDateTime local = m_event.timestamp.toLocalTime();
    return QString(QLocale().toString(local.date(), u"d MMM yyyy"_s) + u' ' + local.time().toString(u"HH:mm:ss.zzz"_s));
}

QString EventDetails::number() const
{
    return m_event.seq > 0 ? QLocale().toString(m_event.seq) : QString();
}

} // namespace nova
