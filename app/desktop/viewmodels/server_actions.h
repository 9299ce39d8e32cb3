#pragma once

#include "app/desktop/viewmodels/newer_catalog.h"

#include <QtQml/qqmlregistration.h>

namespace nova
{

/// What can be done with servers beside switching them: remove, and take that back. Owned by the DesktopApp; UI thread.
///
/// Undoing restores the text that was replaced where the catalog is still as the removal left it; else it adds the
/// server again, with all that is known of it, and says what is not: the values of headers stay in the core. What was
/// removed of one Nova is never brought back to another.
class ServerActions : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    /// Why nothing can be changed just now, as a sentence; empty where it can.
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY whyNotChanged)
    /// What undo() brings back; empty where there is nothing.
    Q_PROPERTY(QString undoable READ undoable NOTIFY undoableChanged)

public:
    explicit ServerActions(NovaService &service, QObject *parent = nullptr);
    ~ServerActions() override;

    [[nodiscard]] QString whyNot() const { return m_whyNot; }
    [[nodiscard]] QString undoable() const { return m_removed.isEmpty() ? QString() : m_removed.last().entry.name; }

    Q_INVOKABLE void remove(const QString &name);
    /// Brings back what was removed last.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void copyAddress(const QString &name);

Q_SIGNALS:
    void whyNotChanged();
    void undoableChanged();
    void removed(const QString &name);
    /// `words` say what came of it.
    void restored(const QString &name, const QString &words);
    void told(const QString &words);
    /// `reason` is a sentence for people.
    void failed(const QString &reason);

private:
    struct Removal {
        ServerEntry entry;
        QString next;     ///< The server that stood behind it; empty for the last one.
        QString revision; ///< The catalog as the removal left it.
        QString backupId;
    };

    void takeState(const NovaStatePtr &state);
    void changeNova(const QString &from, const QString &to);
    void sendRemoval(const ServerEntry &seen, int repeats);
    void takeRemoval(const ServerEntry &seen, const QString &next, const Result<ServerSaved> &result);
    void restore(const Removal &removal);
    void addAgain(const Removal &removal);
    void moveBack(const Removal &removal);
    void tellRestored(const Removal &removal);
    void keepForLater(const Removal &removal, const QString &reason);

    NovaService &m_service;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    NewerCatalog m_newer;
    QString m_whyNot;
    QList<Removal> m_removed;                   ///< The newest last.
    QHash<QString, QList<Removal>> m_elsewhere; ///< Of the Novas that are not shown now, by address.
};

} // namespace nova
