#pragma once

#include "app/desktop/viewmodels/newer_catalog.h"

namespace nova
{

/// The moves of servers that were asked for and are not answered yet. They go out one at a time, and of each server the
/// last word only. Where the file has changed meanwhile, a move is asked again of the newer one: it names servers, not
/// places, so that it means the same. When another Nova is shown, what waits is forgotten. Owned by the ServersModel.
class MoveQueue : public QObject
{
    Q_OBJECT

public:
    struct Move {
        QString name;
        QString before; ///< Empty: to the end.
    };

    explicit MoveQueue(NovaService &service, QObject *parent = nullptr);
    ~MoveQueue() override;

    void ask(const QString &name, const QString &before);
    /// What is asked for and not in the file yet, in this order.
    [[nodiscard]] QList<Move> open() const;
    [[nodiscard]] bool isOpen(const QString &name) const;

Q_SIGNALS:
    /// `problem` is a sentence for people; empty where it worked.
    void settled(const QString &name, const QString &problem);

private:
    void forget();
    void sendNext();
    void send();
    void take(const Result<ServerSaved> &result);
    void repeat(const Error &error);
    void settle(const QString &problem);

    NovaService &m_service;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    NewerCatalog m_newer;
    QList<Move> m_waiting;
    std::optional<Move> m_inFlight;
    QString m_sentRevision;
    int m_repeats = 0;
};

} // namespace nova
