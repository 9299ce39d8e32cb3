#include "app/desktop/prompt_notices.h"

#include "app/desktop/viewmodels/link_words.h"
#include "app/desktop/viewmodels/words.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nova
{

PromptNotices::PromptNotices(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    connect(&service, &NovaService::eventPublished, this, &PromptNotices::takeEvent);
}

PromptNotices::~PromptNotices() = default;

void PromptNotices::takeEvent(const Event &event)
{
    if (event.type != EventType::PromptUpdated)
        return;
    const QString origin = originWords(event);
    if (origin.isEmpty())
        return; // Whoever did it in the window knows.
    const QString file = QFileInfo(event.data[u"path"_s].toString()).fileName();
    Notice notice{tr("The prompt changed %1").arg(origin), tr("%1: %2").arg(file, changedLinesWords(event.data))};
    const auto link = m_service.state()->link;
    if (link->isRemote()) {
        notice.title = tr("%1: %2").arg(novaName(link->address), notice.title);
        notice.address = link->address;
    }
    Q_EMIT raised(notice);
}

} // namespace nova
