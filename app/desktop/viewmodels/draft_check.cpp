#include "app/desktop/viewmodels/draft_check.h"

namespace nova
{

DraftCheck::DraftCheck(NovaService &service, DocumentKind document, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_document(document)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &DraftCheck::due);
}

DraftCheck::~DraftCheck() = default;

void DraftCheck::touch()
{
    m_pause.start();
}

void DraftCheck::ask(const QByteArray &text)
{
    m_pause.stop();
    m_next = text;
    if (!m_inFlight)
        send();
}

void DraftCheck::forget()
{
    m_pause.stop();
    m_next.reset();
    m_wanted = false;
}

void DraftCheck::startAnew()
{
    forget();
    m_mailbox = std::make_shared<Mailbox>();
    m_inFlight = false;
}

void DraftCheck::send()
{
    m_inFlight = true;
    m_wanted = true;
    QByteArray text = std::move(*m_next);
    m_next.reset();
    m_service.validate(m_document, std::move(text), {m_mailbox, [this](const Result<InterpretationPtr> &meaning) {
                                                         m_inFlight = false;
                                                         if (m_next)
                                                             return send();
                                                         // Where it cannot be asked now, saving will tell.
                                                         if (m_wanted && meaning)
                                                             Q_EMIT found((*meaning)->errors + (*meaning)->warnings);
                                                     }});
}

} // namespace nova
