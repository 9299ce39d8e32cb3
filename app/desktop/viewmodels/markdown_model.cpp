#include "app/desktop/viewmodels/markdown_model.h"

#include "app/desktop/viewmodels/markdown_html.h"
#include "core/base/reply.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
/// Up to here rendering takes less than a frame, and doing it at once spares the eye an empty page.
constexpr qsizetype renderedAtOnce = 32 * 1024;
} // namespace

MarkdownModel::MarkdownModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_mailbox(std::make_shared<Mailbox>())
{
}

MarkdownModel::~MarkdownModel() = default;

int MarkdownModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pieces.size());
}

QVariant MarkdownModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || role != HtmlRole)
        return {};
    return m_pieces[index.row()];
}

QHash<int, QByteArray> MarkdownModel::roleNames() const
{
    return {{HtmlRole, "html"}};
}

void MarkdownModel::render(const QByteArray &source)
{
    ++m_newest;
    if (source.size() <= renderedAtOnce) {
        setRendering(false);
        showPieces(MarkdownHtml::render(source));
        return;
    }
    setRendering(true);
    if (!m_worker)
        m_worker = std::make_unique<Worker>(u"nova-render"_s);
    const Reply<QStringList> reply(m_mailbox, [this, number = m_newest](const Result<QStringList> &pieces) {
        if (number != m_newest)
            return; // A newer text is on its way.
        setRendering(false);
        showPieces(*pieces);
    });
    m_worker->post([source, reply] { reply(MarkdownHtml::render(source)); });
}

void MarkdownModel::setRendering(bool rendering)
{
    if (rendering == m_rendering)
        return;
    m_rendering = rendering;
    Q_EMIT renderingChanged();
}

void MarkdownModel::showPieces(const QStringList &pieces)
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
