#include "app/desktop/viewmodels/status_model.h"

#include "app/desktop/viewmodels/link_words.h"
#include "app/desktop/viewmodels/task_words.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace nova
{

StatusModel::StatusModel(NovaService &service, QObject *parent)
    : QObject(parent)
{
    connect(&service, &NovaService::stateChanged, this, &StatusModel::takeState);
    takeState(service.state());
}

StatusModel::~StatusModel() = default;

void StatusModel::takeState(const NovaStatePtr &state)
{
    const NovaStatePtr before = std::exchange(m_state, state);
    if (!before || before->tasks != state->tasks)
        Q_EMIT tasksChanged();
    if (before && before->catalog == state->catalog && before->prompt == state->prompt &&
        before->instance == state->instance && before->redis == state->redis && before->health == state->health &&
        before->link == state->link)
        return;
    m_problems.setProblems({state->catalog->file, state->prompt->file}, state->instance->stateProblem);
    Q_EMIT changed();
}

StatusModel::Mark StatusModel::markOf(const DocumentStatus &file)
{
    switch (file.state) {
    case DocumentStatus::State::Loading:
        return Mark::Off;
    case DocumentStatus::State::Loaded:
        return file.warnings.isEmpty() && file.writable && !file.polling ? Mark::Good : Mark::Attention;
    case DocumentStatus::State::Invalid:
    case DocumentStatus::State::Missing:
    case DocumentStatus::State::Unreadable:
        return Mark::Failing;
    }
    return Mark::Off;
}

QString StatusModel::textOf(const DocumentStatus &file)
{
    QStringList words;
    switch (file.state) {
    case DocumentStatus::State::Loading:
        words << tr("loading");
        break;
    case DocumentStatus::State::Loaded:
        words << tr("loaded");
        if (!file.warnings.isEmpty())
            words << (file.warnings.size() == 1 ? tr("1 warning") : tr("%1 warnings").arg(file.warnings.size()));
        if (!file.writable)
            words << tr("managed elsewhere");
        break;
    case DocumentStatus::State::Invalid:
        words << (file.errors.size() <= 1 ? tr("1 error") : tr("%1 errors").arg(file.errors.size()));
        break;
    case DocumentStatus::State::Missing:
        words << tr("missing");
        break;
    case DocumentStatus::State::Unreadable:
        words << tr("cannot be read");
        break;
    }
    if (file.polling)
        words << tr("looked at every 2 s");
    return tr("%1 %2").arg(QFileInfo(file.path).fileName(), words.join(u" · "_s));
}

StatusModel::Mark StatusModel::webMark() const
{
    return m_state->instance->serving ? Mark::Good : Mark::Off;
}

QString StatusModel::webText() const
{
    const InstanceState &instance = *m_state->instance;
    if (!instance.serving)
        return tr("Web UI off");
    return instance.clients == 1 ? tr("Web UI · 1 client") : tr("Web UI · %1 clients").arg(instance.clients);
}

StatusModel::Mark StatusModel::redisMark() const
{
    switch (m_state->redis->state) {
    case RedisStatus::State::Connected:
        return Mark::Good;
    case RedisStatus::State::Reconnecting:
        return Mark::Attention;
    case RedisStatus::State::Disabled:
        break;
    }
    return Mark::Off;
}

QString StatusModel::redisText() const
{
    switch (m_state->redis->state) {
    case RedisStatus::State::Connected:
        return tr("Redis connected");
    case RedisStatus::State::Reconnecting:
        return tr("Redis reconnecting");
    case RedisStatus::State::Disabled:
        break;
    }
    return tr("Redis off");
}

QString StatusModel::redisDetail() const
{
    const RedisStatus &redis = *m_state->redis;
    QStringList words{redis.address};
    if (!redis.problem.isEmpty())
        words << redis.problem;
    if (redis.waiting > 0)
        words << tr("%1 events wait").arg(redis.waiting);
    if (redis.dropped > 0)
        words << tr("%1 events dropped").arg(redis.dropped);
    words.removeAll(QString());
    return words.join(u" · "_s);
}

QString StatusModel::tasksText() const
{
    const TaskCounts &tasks = *m_state->tasks;
    if (!tasks.updated.isValid())
        return {};
    return taskCountsWords(tasks.counts.value(u"pending"_s), tasks.counts.value(u"running"_s),
                           tasks.counts.value(u"completed"_s));
}

QString StatusModel::tasksFailedText() const
{
    return failedTasksWords(m_state->tasks->counts.value(u"failed"_s));
}

StatusModel::Mark StatusModel::overallMark() const
{
    switch (overall()) {
    case Overall::Healthy:
        return Mark::Good;
    case Overall::Degraded:
        return Mark::Degraded;
    case Overall::Down:
        break;
    }
    return Mark::Failing;
}

QString StatusModel::linkHeadline() const
{
    return nova::linkHeadline(*m_state->link);
}

QString StatusModel::machine() const
{
    return m_state->link->isRemote() ? novaName(m_state->link->address) : QString();
}

QString StatusModel::headline() const
{
    QStringList sentences;
    const auto tell = [&sentences](const DocumentStatus &file, const QString &errors, const QString &missing,
                                   const QString &unreadable) {
        if (markOf(file) != Mark::Failing)
            return;
        switch (file.state) {
        case DocumentStatus::State::Missing:
            sentences << missing;
            break;
        case DocumentStatus::State::Unreadable:
            sentences << unreadable;
            break;
        default:
            sentences << errors;
            break;
        }
        if (!file.revision.isEmpty())
            sentences << tr("The last good one stays in force.");
    };
    tell(m_state->catalog->file, tr("The server list has errors."), tr("The server list is missing."),
         tr("The server list cannot be read."));
    tell(m_state->prompt->file, tr("The prompt has errors."), tr("The prompt is missing."),
         tr("The prompt cannot be read."));
    if (!m_state->instance->stateProblem.isEmpty())
        sentences << tr("What Nova finds out is not kept.");
    return sentences.join(u' ');
}

} // namespace nova
