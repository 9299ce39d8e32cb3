#include "app/remote/remote_view.h"

#include "core/service/state_reader.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// A part of the state made of JSON; the old one where that is as it was.
template <typename T>
std::shared_ptr<const T> readPart(const QJsonObject &json, const QJsonObject &before,
                                  const std::shared_ptr<const T> &known, QLatin1StringView name, QString &problem)
{
    if (json == before && known)
        return known;
    auto part = std::make_shared<T>();
    read(JsonFields(json, problem, QString(name + u'.')), *part);
    return part;
}

} // namespace

RemoteView::RemoteView(QString address)
    : m_address(std::move(address))
{
    m_state.catalog = std::make_shared<CatalogState>();
    m_state.prompt = std::make_shared<PromptState>();
    auto instance = std::make_shared<InstanceState>();
    instance->address = m_address;
    m_state.instance = instance;
    m_state.redis = std::make_shared<RedisStatus>();
    m_state.tasks = std::make_shared<TaskCounts>(TaskBoard(QDateTime()).counts());
    m_state.health = std::make_shared<HealthState>();
    m_state.restarts = std::make_shared<RestartState>();
}

RemoteView::Parts RemoteView::partsOf(const QJsonObject &json) const
{
    Parts parts;
    parts.catalog = json[u"catalog"].toObject();
    parts.prompt = json[u"prompt"].toObject();
    parts.instance = json[u"instance"].toObject();
    parts.instance[u"clients"] = json[u"clients"];
    parts.redis = json[u"redis"].toObject();
    parts.tasks = json[u"tasks"].toObject();
    parts.restarts = json[u"restarts"].toObject();
    // Health changes often and the catalog does not: they are parts of their own.
    QJsonArray servers;
    const QJsonArray all = parts.catalog[u"servers"].toArray();
    for (const QJsonValue &value : all) {
        QJsonObject server = value.toObject();
        const QJsonValue health = server.take(u"health");
        if (health.isObject())
            parts.health.insert(server[u"name"].toString(), health.toObject());
        servers.append(server);
    }
    if (parts.catalog[u"servers"].isArray())
        parts.catalog[u"servers"] = servers;
    return parts;
}

std::shared_ptr<const HealthState> RemoteView::readHealth(const Parts &parts, QString &problem) const
{
    if (parts.health == m_parts.health)
        return m_state.health;
    auto health = std::make_shared<HealthState>();
    for (auto one = parts.health.begin(); one != parts.health.end(); ++one) {
        const auto before = m_parts.health.constFind(one.key());
        if (before != m_parts.health.constEnd() && *before == *one)
            health->servers.insert(one.key(), m_state.health->servers.value(one.key()));
        else
            read(JsonFields(*one, problem, u"health of %1: "_s.arg(one.key())), health->servers[one.key()]);
    }
    return health;
}

std::shared_ptr<const InstanceState> RemoteView::readInstance(const Parts &parts, QString &problem) const
{
    if (parts.instance == m_parts.instance)
        return m_state.instance;
    auto instance = std::make_shared<InstanceState>();
    const JsonFields fields(parts.instance, problem, u"instance."_s);
    read(fields, *instance);
    instance->serving = true;
    instance->address = m_address;
    instance->clients = fields.numberOr("clients"_L1, 0);
    return instance;
}

Result<void> RemoteView::take(const QJsonObject &json)
{
    QString problem;
    const JsonFields fields(json, problem);
    const QString epoch = fields.text("epoch"_L1);
    const auto seq = quint64(fields.count("seq"_L1));
    const Parts parts = partsOf(json);
    NovaState next;
    next.catalog = readPart(parts.catalog, m_parts.catalog, m_state.catalog, "catalog"_L1, problem);
    next.prompt = readPart(parts.prompt, m_parts.prompt, m_state.prompt, "prompt"_L1, problem);
    next.instance = readInstance(parts, problem);
    next.redis = readPart(parts.redis, m_parts.redis, m_state.redis, "redis"_L1, problem);
    next.tasks = readPart(parts.tasks, m_parts.tasks, m_state.tasks, "tasks"_L1, problem);
    next.health = readHealth(parts, problem);
    next.restarts = readPart(parts.restarts, m_parts.restarts, m_state.restarts, "restarts"_L1, problem);
    if (!problem.isEmpty())
        return failure(ErrorCode::Io, problem);
    m_state = next;
    m_parts = parts;
    m_epoch = epoch;
    m_seq = seq;
    return {};
}

bool RemoteView::apply(const Event &event)
{
    if (event.type != EventType::TaskUpdated || !event.data[u"counts"].isObject())
        return false;
    const QJsonObject counts = event.data[u"counts"].toObject();
    const QStringList statuses = counts.keys();
    for (const QString &status : statuses) {
        if (!m_state.tasks->counts.contains(status))
            return false; // How many others there may be is for that Nova to say.
    }
    // As TaskBoard does it: whole counts replace what was known.
    auto tasks = std::make_shared<TaskCounts>(*m_state.tasks);
    for (qint64 &count : tasks->counts)
        count = 0;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        tasks->counts.insert(count.key(), qint64(count.value().toDouble()));
    tasks->updated = event.timestamp;
    m_state.tasks = tasks;
    m_parts.tasks = {}; // What comes next is read anew.
    m_seq = event.seq;
    return true;
}

} // namespace nova
