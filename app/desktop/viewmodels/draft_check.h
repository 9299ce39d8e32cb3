#pragma once

#include "core/service/nova_service.h"

#include <QTimer>

namespace nova
{

/// Asks Nova what is wrong with a draft when its writer pauses: one question at a time, about the newest text. Owned by
/// the TextDraft; UI thread.
class DraftCheck : public QObject
{
    Q_OBJECT

public:
    DraftCheck(NovaService &service, DocumentKind document, std::chrono::milliseconds pause, QObject *parent = nullptr);
    ~DraftCheck() override;

    /// There is another text; due() follows when it stays.
    void touch();
    /// The answer to this text is wanted; found() follows, unless a newer one is asked for before.
    void ask(const QByteArray &text);
    /// What is on its way is not wanted any more.
    void forget();
    /// And its answer does not come any more: another Nova is shown.
    void startAnew();

Q_SIGNALS:
    void due();
    void found(const QList<nova::Diagnostic> &findings);

private:
    void send();

    NovaService &m_service;
    const DocumentKind m_document;
    std::shared_ptr<Mailbox> m_mailbox;
    QTimer m_pause;
    std::optional<QByteArray> m_next;
    bool m_inFlight = false;
    bool m_wanted = false;
};

} // namespace nova
