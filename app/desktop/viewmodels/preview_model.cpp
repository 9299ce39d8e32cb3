#include "app/desktop/viewmodels/preview_model.h"

#include "app/desktop/viewmodels/markdown_html.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
/// Up to here rendering takes less than a frame.
constexpr qsizetype renderedAtOnce = 32 * 1024;
} // namespace

PreviewModel::PreviewModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_mailbox(std::make_shared<Mailbox>())
{
}

PreviewModel::~PreviewModel() = default;

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pieces.size());
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role != HtmlRole)
        return {};
    return m_pieces[index.row()];
}

QHash<int, QByteArray> PreviewModel::roleNames() const
{
    return {{HtmlRole, "html"}};
}

void PreviewModel::setDraft(TextDraft *draft)
{
    if (draft == m_draft)
        return;
    if (m_draft)
        m_draft->disconnect(this);
    m_draft = draft;
    if (m_draft) {
        connect(m_draft, &TextDraft::settled, this, &PreviewModel::render);
        render();
    }
    Q_EMIT draftChanged();
}

void PreviewModel::render()
{
    const QByteArray source = m_draft->settledText().toUtf8();
    if (source == m_source)
        return;
    m_source = source;
    if (source.size() <= renderedAtOnce)
        return show(MarkdownHtml::render(source));
    if (!m_worker)
        m_worker = std::make_unique<Worker>(u"nova-preview"_s);
    const Reply<QStringList> reply(m_mailbox, [this, source](const Result<QStringList> &pieces) {
        if (source == m_source)
            show(*pieces);
    });
    m_worker->post([source, reply] { reply(MarkdownHtml::render(source)); });
}

/// Only the pieces that differ are replaced: the view keeps its place.
void PreviewModel::show(const QStringList &pieces)
{
    const auto other = std::mismatch(m_pieces.cbegin(), m_pieces.cend(), pieces.cbegin(), pieces.cend());
    const int same = int(other.first - m_pieces.cbegin());
    const int kept = int(std::min(m_pieces.size(), pieces.size()));
    for (int row = same; row < kept; ++row) {
        if (m_pieces[row] == pieces[row])
            continue;
        m_pieces[row] = pieces[row];
        Q_EMIT dataChanged(index(row), index(row), {HtmlRole});
    }
    if (m_pieces.size() > kept) {
        beginRemoveRows({}, kept, int(m_pieces.size()) - 1);
        m_pieces.resize(kept);
        endRemoveRows();
    } else if (pieces.size() > kept) {
        beginInsertRows({}, kept, int(pieces.size()) - 1);
        m_pieces += pieces.sliced(kept);
        endInsertRows();
    }
}

} // namespace nova
