#include "app/desktop/viewmodels/prompt_model.h"

#include "app/desktop/viewmodels/words.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

PromptModel::PromptModel(NovaService &service, QObject *parent)
    : MarkdownModel(parent)
    , m_watch(service)
{
    m_ago.setTimerType(Qt::VeryCoarseTimer);
    m_ago.setInterval(30s);
    connect(&m_ago, &QTimer::timeout, this, &PromptModel::changedAgoChanged);
    m_ago.start();
    connect(&m_watch, &LinkWatch::switched, this, [this] {
        m_note.clear();
        Q_EMIT noteChanged();
    });
    connect(&service, &NovaService::stateChanged, this, &PromptModel::takeState);
    connect(&service, &NovaService::eventPublished, this, &PromptModel::takeEvent);
    takeState(service.state());
}

PromptModel::~PromptModel() = default;

QString PromptModel::summary() const
{
    const QString count = lines() == 1 ? tr("1 line") : tr("%1 lines").arg(QLocale().toString(lines()));
    return tr("%1 · %2").arg(count, sizeWords(bytes()));
}

QString PromptModel::changedAgo() const
{
    if (!m_prompt->file.modified.isValid())
        return {};
    return tr("saved %1").arg(agoWords(m_prompt->file.modified, QDateTime::currentDateTime()));
}

QString PromptModel::changedAt() const
{
    return QLocale().toString(m_prompt->file.modified.toLocalTime(), QLocale::LongFormat);
}

bool PromptModel::hasText() const
{
    return std::any_of(m_prompt->text.begin(), m_prompt->text.end(),
                       [](char byte) { return byte != ' ' && byte != '\n' && byte != '\r' && byte != '\t'; });
}

void PromptModel::takeState(const NovaStatePtr &state)
{
    if (state->prompt == m_prompt)
        return;
    const bool otherText = !m_prompt || m_prompt->text != state->prompt->text;
    m_prompt = state->prompt;
    if (otherText)
        render(m_prompt->text);
    Q_EMIT changed();
    Q_EMIT changedAgoChanged();
}

void PromptModel::takeEvent(const Event &event)
{
    if (event.type != EventType::PromptUpdated)
        return;
    const QString origin = originWords(event);
    m_note = origin.isEmpty() ? QString() : tr("changed %1: %2").arg(origin, changedLinesWords(event.data));
    if (!origin.isEmpty())
        ++m_changeSerial;
    Q_EMIT noteChanged();
}

} // namespace nova
