#include "app/desktop/viewmodels/status_model.h"

#include <QFileInfo>

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
    m_state = state;
    m_problems.setFiles({state->catalog->file, state->prompt->file});
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
    const QString clients = instance.clients == 1 ? tr("1 client") : tr("%1 clients").arg(instance.clients);
    return tr("%1 · %2").arg(instance.address, clients);
}

StatusModel::Mark StatusModel::redisMark() const
{
    const QString &redis = m_state->instance->redis;
    if (redis == u"connected"_s)
        return Mark::Good;
    return redis == u"reconnecting"_s ? Mark::Attention : Mark::Off;
}

QString StatusModel::redisText() const
{
    const QString &redis = m_state->instance->redis;
    if (redis == u"connected"_s)
        return tr("Redis connected");
    return redis == u"reconnecting"_s ? tr("Redis reconnecting") : tr("Redis off");
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
    return sentences.join(u' ');
}

} // namespace nova
