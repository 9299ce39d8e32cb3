#include "core/health/health_recorder.h"

namespace nova
{

namespace
{

constexpr qint64 day = 24LL * 60 * 60 * 1000;
constexpr qint64 forgottenFor = 7 * day;
constexpr qint64 keptFor = 30 * day;
constexpr quint64 maxServers = 1'000'000;
constexpr quint64 maxNameBytes = 4096;

bool isPlausible(const QDateTime &time)
{
    return time.isValid() && time.toMSecsSinceEpoch() >= earliestHealthTime &&
           time.toMSecsSinceEpoch() < latestHealthTime;
}

} // namespace

HealthRecorder::HealthRecorder(Clock clock)
    : m_clock(std::move(clock))
    , m_reasons(std::make_unique<ReasonPool>())
{
}

HealthRecorder::~HealthRecorder() = default;

void HealthRecorder::record(const QString &server, const HealthSample &sample)
{
    if (sample.status == HealthStatus::Disabled)
        return pause(server, sample.at);
    if (sample.status == HealthStatus::Checking || !isPlausible(sample.at))
        return;
    auto &history = m_servers[server];
    if (!history)
        history = std::make_unique<ServerHistory>(*m_reasons);
    history->forgottenAt = 0;
    history->record(sample);
    ++m_changes;
}

void HealthRecorder::pause(const QString &server, const QDateTime &at)
{
    const auto known = m_servers.find(server);
    if (known == m_servers.end())
        return;
    known->second->pause(at);
    ++m_changes;
}

void HealthRecorder::rename(const QString &from, const QString &to)
{
    if (from == to)
        return;
    auto known = m_servers.extract(from);
    if (known.empty())
        return;
    m_servers.erase(to);
    known.key() = to;
    m_servers.insert(std::move(known));
    ++m_changes;
}

void HealthRecorder::forget(const QString &server)
{
    const auto known = m_servers.find(server);
    if (known == m_servers.end() || known->second->forgottenAt != 0)
        return;
    known->second->pause({});
    // A clock before 1970 must not make a forgotten one look like one that is not.
    known->second->forgottenAt = std::clamp(m_clock().toMSecsSinceEpoch(), earliestHealthTime, latestHealthTime);
    ++m_changes;
    tidy();
}

QStringList HealthRecorder::servers() const
{
    QStringList names;
    for (const auto &[name, history] : m_servers) {
        if (history->forgottenAt == 0)
            names.append(name);
    }
    return names;
}

const ServerHistory *HealthRecorder::find(const QString &server) const
{
    const auto known = m_servers.find(server);
    return known == m_servers.end() || known->second->forgottenAt != 0 ? nullptr : known->second.get();
}

std::optional<HealthHistory> HealthRecorder::history(const QString &server) const
{
    const ServerHistory *known = find(server);
    if (known == nullptr)
        return std::nullopt;
    HealthHistory history = known->history(m_clock());
    history.name = server;
    return history;
}

QList<HealthBarSlot> HealthRecorder::bar(const QString &server, std::chrono::minutes span, int slots) const
{
    const ServerHistory *known = find(server);
    return known == nullptr ? QList<HealthBarSlot>(std::max(slots, 0)) : known->bar(m_clock(), span, slots);
}

void HealthRecorder::tidy()
{
    const qint64 now = m_clock().toMSecsSinceEpoch();
    const auto dropped = std::erase_if(m_servers, [&](const auto &entry) {
        const ServerHistory &history = *entry.second;
        return (history.forgottenAt != 0 && history.forgottenAt <= now - forgottenFor) ||
               history.lastAt() <= now - keptFor;
    });
    m_changes += dropped;
}

QByteArray HealthRecorder::serialized() const
{
    QByteArray bytes;
    m_reasons->write(bytes);
    putNumber(bytes, m_servers.size());
    for (const auto &[name, history] : m_servers) {
        const QByteArray text = name.toUtf8();
        putNumber(bytes, quint64(text.size()));
        bytes.append(text);
        history->write(bytes);
    }
    return bytes;
}

bool HealthRecorder::restore(QByteArrayView bytes)
{
    PackedReader reader({reinterpret_cast<const quint8 *>(bytes.data()), size_t(bytes.size())});
    auto reasons = std::make_unique<ReasonPool>();
    reasons->read(reader);
    Servers servers;
    const quint64 count = reader.number(maxServers);
    for (quint64 i = 0; i < count && reader.ok(); ++i) {
        const auto text = reader.bytes(reader.number(maxNameBytes));
        auto &history = servers[QString::fromUtf8(reinterpret_cast<const char *>(text.data()), qsizetype(text.size()))];
        history = std::make_unique<ServerHistory>(*reasons);
        history->read(reader);
    }
    if (!reader.ok() || !reader.atEnd())
        return false; // The servers go before the reasons they let go of.
    reasons->sweep();
    m_servers = std::move(servers);
    m_reasons = std::move(reasons);
    ++m_changes;
    tidy();
    return true;
}

} // namespace nova
