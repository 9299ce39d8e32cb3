#include "app/desktop/viewmodels/text_draft.h"

namespace nova
{

TextDraft::TextDraft(NovaService &service, DocumentKind document, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    Q_UNUSED(document)
}

TextDraft::~TextDraft() = default;

} // namespace nova
