#include "app/desktop/viewmodels/events_model.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

namespace
{

/// What a value takes in memory, roughly: for a limit, not for an account.
qsizetype roughBytes(const QJsonValue &value)
{
    constexpr qsizetype node = 24;
    qsizetype bytes = node;
    if (value.isString())
        return bytes + 2 * value.toString().size();
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &entry : array)
            bytes += roughBytes(entry);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            bytes += 2 * entry.key().size() + roughBytes(entry.value());
    }
    return bytes;
}

} // namespace

EventsModel::EventsModel(NovaService &service, QObject *parent)
    : EventsModel(service, Limits{}, parent)
{
}

EventsModel::EventsModel(NovaService &service, Limits limits, QObject *parent)
    : QAbstractListModel(parent)
    , m_service(service)
    , m_limits(limits)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(25ms);
    connect(&m_tick, &QTimer::timeout, this, &EventsModel::tick);
    m_ages.setTimerType(Qt::VeryCoarseTimer);
    m_ages.setInterval(30s);
    connect(&m_ages, &QTimer::timeout, this, &EventsModel::updateAges);
    connect(&service, &NovaService::eventPublished, this, &EventsModel::take);
    connect(&service, &NovaService::stateChanged, this, &EventsModel::takeState);
    const NovaStatePtr state = service.state();
    m_whose = QString(state->link->address + u'\n' + state->instance->name);
    m_ours = state->instance->name;
    m_wasUp = state->link->isUp();
    read();
}

EventsModel::~EventsModel() = default;

void EventsModel::takeState(const NovaStatePtr &state)
{
    const QString whose = QString(state->link->address + u'\n' + state->instance->name);
    const bool isUp = state->link->isUp();
    if (whose != m_whose) {
        m_whose = whose;
        m_ours = state->instance->name;
        startAnew();
    } else if (isUp && !m_wasUp) {
        read(); // What happened while it was away.
    }
    m_wasUp = isUp;
}

void EventsModel::read()
{
    m_reading = true;
    m_service.readEvents({m_mailbox, [this, number = ++m_reads](const Result<QList<Event>> &events) {
                              if (number == m_reads)
                                  takeEarlier(events);
                          }});
}

void EventsModel::takeEarlier(const Result<QList<Event>> &events)
{
    m_reading = false;
    const QString problem = events ? QString() : events.error().message;
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT problemChanged();
    }
    if (events) {
        // What was told meanwhile is newer than what was read, or the same.
        std::deque<Waiting> later;
        later.swap(m_waiting);
        for (const Event &event : *events)
            queue(event);
        m_waiting.insert(m_waiting.end(), later.begin(), later.end());
        std::stable_sort(m_waiting.begin(), m_waiting.end(), [](const Waiting &left, const Waiting &right) {
            return left.event.seq != 0 && right.event.seq != 0 && left.event.seq < right.event.seq;
        });
    }
    tick();
}

bool EventsModel::queue(const Event &event)
{
    if (!event.id.isEmpty()) {
        if (m_ids.contains(event.id))
            return false;
        m_ids.insert(event.id);
    }
    m_waiting.push_back({event, roughBytes(event.data)});
    m_waitingBytes += m_waiting.back().bytes;
    while (qsizetype(m_waiting.size()) > m_limits.events || (m_waitingBytes > m_limits.bytes && m_waiting.size() > 1)) {
        m_waitingBytes -= m_waiting.front().bytes;
        m_ids.remove(m_waiting.front().event.id);
        m_waiting.pop_front();
        ++m_letGo;
    }
    return true;
}

void EventsModel::take(const Event &event)
{
    if (queue(event) && !m_tick.isActive())
        m_tick.start();
}

void EventsModel::tick()
{
    if (m_reading)
        return; // Its answer comes here again.
    if (m_paused)
        Q_EMIT waitingChanged();
    else if (!m_waiting.empty())
        showWaiting();
}

void EventsModel::showWaiting()
{
    std::vector<int> fresh;
    for (Waiting &waiting : m_waiting) {
        Kept kept{std::move(waiting.event), {}, {}, {}, waiting.bytes};
        kept.sentence = eventSentence(kept.event);
        kept.searchText = eventSearchText(kept.event, kept.sentence);
        kept.mark = eventMark(kept.event);
        m_keptBytes += kept.bytes;
        m_kept.push_back(std::move(kept));
        if (matches(m_kept.back()))
            fresh.push_back(m_firstSerial + int(m_kept.size()) - 1);
    }
    m_waiting.clear();
    m_waitingBytes = 0;
    if (!fresh.empty()) {
        Q_EMIT growing();
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_shown.insert(m_shown.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
    letGoOfOld();
    Q_EMIT countsChanged();
    if (!fresh.empty())
        Q_EMIT grown(int(fresh.size()));
}

void EventsModel::letGoOfOld()
{
    qsizetype gone = 0;
    qsizetype bytes = m_keptBytes;
    const auto kept = qsizetype(m_kept.size());
    while (kept - gone > m_limits.events || (bytes > m_limits.bytes && kept - gone > 1))
        bytes -= m_kept[size_t(gone++)].bytes;
    if (gone == 0)
        return;
    const int first = m_firstSerial + int(gone);
    const auto end = std::lower_bound(m_shown.begin(), m_shown.end(), first);
    const int rows = int(end - m_shown.begin());
    if (rows > 0)
        beginRemoveRows({}, count() - rows, count() - 1);
    for (qsizetype i = 0; i < gone; ++i) {
        m_ids.remove(m_kept.front().event.id);
        m_kept.pop_front();
    }
    m_shown.erase(m_shown.begin(), end);
    m_firstSerial = first;
    m_keptBytes = bytes;
    m_letGo += int(gone);
    if (rows > 0)
        endRemoveRows();
}

void EventsModel::startAnew()
{
    beginResetModel();
    m_firstSerial += int(m_kept.size()); // No serial number is given twice.
    m_kept.clear();
    m_shown.clear();
    m_waiting.clear();
    m_ids.clear();
    m_keptBytes = 0;
    m_waitingBytes = 0;
    m_letGo = 0;
    endResetModel();
    setChosen(-1);
    Q_EMIT countsChanged();
    Q_EMIT waitingChanged();
    read();
}

void EventsModel::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    tick();
    Q_EMIT pausedChanged();
    Q_EMIT waitingChanged();
}

void EventsModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_terms = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    applyFilter();
}

void EventsModel::setKinds(int kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    applyFilter();
}

void EventsModel::applyFilter()
{
    beginResetModel();
    m_shown.clear();
    int serial = m_firstSerial;
    for (const Kept &kept : m_kept) {
        if (matches(kept))
            m_shown.push_back(serial);
        ++serial;
    }
    endResetModel();
    Q_EMIT filterChanged();
    Q_EMIT countsChanged();
}

bool EventsModel::matches(const Kept &kept) const
{
    if (m_kinds != 0 && (m_kinds & (1 << int(kept.event.type))) == 0)
        return false;
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&kept](const QString &term) { return kept.searchText.contains(term); });
}

void EventsModel::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    if (watched) {
        updateAges();
        m_ages.start();
    } else {
        m_ages.stop();
    }
    Q_EMIT watchedChanged();
}

void EventsModel::updateAges()
{
    if (m_shown.empty())
        return;
    Q_EMIT dataChanged(index(0), index(count() - 1), {AgoRole});
    if (m_chosen >= 0)
        Q_EMIT m_details.agoChanged();
}

void EventsModel::setChosen(int serial)
{
    const Kept *kept = find(serial);
    const int chosen = kept ? serial : -1;
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    if (kept)
        m_details.setEvent(kept->event);
    Q_EMIT chosenChanged();
}

} // namespace nova
