#include "app/desktop/viewmodels/preview_model.h"

namespace nova
{

PreviewModel::PreviewModel(QObject *parent)
    : MarkdownModel(parent)
{
}

PreviewModel::~PreviewModel() = default;

void PreviewModel::setDraft(TextDraft *draft)
{
    if (draft == m_draft)
        return;
    if (m_draft)
        m_draft->disconnect(this);
    m_draft = draft;
    if (m_draft) {
        connect(m_draft, &TextDraft::settled, this, &PreviewModel::takeDraft);
        takeDraft();
    }
    Q_EMIT draftChanged();
}

void PreviewModel::takeDraft()
{
    const QByteArray source = m_draft->settledText().toUtf8();
    if (source == m_source)
        return;
    m_source = source;
    render(source);
}

} // namespace nova
