#include "app/desktop/viewmodels/prompt_model.h"

#include "app/desktop/viewmodels/markdown_html.h"
#include "app/desktop/viewmodels/words.h"

#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

namespace
{
/// Up to here rendering takes less than a frame, and doing it at once spares the eye an empty page.
constexpr qsizetype renderedAtOnce = 32 * 1024;
} // namespace

PromptModel::PromptModel(NovaService &service, QObject *parent)
    : QAbstractListModel(parent)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
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

int PromptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pieces.size());
}

QVariant PromptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role != HtmlRole)
        return {};
    return m_pieces[index.row()];
}

QHash<int, QByteArray> PromptModel::roleNames() const
{
    return {{HtmlRole, "html"}};
}

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
        render();
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

void PromptModel::render()
{
    m_renderedRevision = m_prompt->file.revision;
    if (m_prompt->text.size() <= renderedAtOnce) {
        setRendering(false);
        showPieces(MarkdownHtml::render(m_prompt->text));
        return;
    }
    setRendering(true);
    if (!m_worker)
        m_worker = std::make_unique<Worker>(u"nova-render"_s);
    const Reply<QStringList> reply(m_mailbox, [this, revision = m_renderedRevision](const Result<QStringList> &pieces) {
        if (revision != m_renderedRevision)
            return; // A newer text is on its way.
        setRendering(false);
        showPieces(*pieces);
    });
    m_worker->post([prompt = m_prompt, reply] { reply(MarkdownHtml::render(prompt->text)); });
}

void PromptModel::setRendering(bool rendering)
{
    if (rendering == m_rendering)
        return;
    m_rendering = rendering;
    Q_EMIT renderingChanged();
}

void PromptModel::showPieces(const QStringList &pieces)
{
    // Only the pieces in between that differ are replaced: the reader keeps the place in the text.
    const auto firstOther = std::mismatch(m_pieces.cbegin(), m_pieces.cend(), pieces.cbegin(), pieces.cend());
    const int same = int(firstOther.first - m_pieces.cbegin());
    const int shorter = int(std::min(m_pieces.size(), pieces.size()));
    int sameAtEnd = 0;
    while (sameAtEnd < shorter - same &&
           m_pieces[m_pieces.size() - 1 - sameAtEnd] == pieces[pieces.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    const int before = int(m_pieces.size()) - same - sameAtEnd;
    const int after = int(pieces.size()) - same - sameAtEnd;
    const int replaced = std::min(before, after);
    if (before > after) {
        beginRemoveRows({}, same + replaced, same + before - 1);
        m_pieces.remove(same + replaced, before - replaced);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, same + replaced, same + after - 1);
        for (int piece = same + replaced; piece < same + after; ++piece)
            m_pieces.insert(piece, pieces[piece]);
        endInsertRows();
    }
    for (int piece = same; piece < same + replaced; ++piece)
        m_pieces[piece] = pieces[piece];
    if (replaced > 0)
        Q_EMIT dataChanged(index(same), index(same + replaced - 1), {HtmlRole});
}

} // namespace nova
