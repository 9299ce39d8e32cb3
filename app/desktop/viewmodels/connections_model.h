#pragma once

#include "app/desktop/viewmodels/connections_host.h"
#include "app/desktop/viewmodels/link_watch.h"
#include "app/desktop/viewmodels/link_words.h"
#include "app/desktop/viewmodels/status_model.h"

#include <QAbstractListModel>
#include <QTimer>

namespace nova
{

/// The Novas that the window can show, this computer's first, and how the one that is shown is reached. Owned by the
/// DesktopApp; UI thread.
class ConnectionsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    /// "This computer" or "nova-2".
    Q_PROPERTY(QString currentName READ currentName NOTIFY changed)
    /// Empty for this computer.
    Q_PROPERTY(QString currentAddress READ currentAddress NOTIFY changed)
    Q_PROPERTY(bool remote READ isRemote NOTIFY changed)
    /// What somebody changes could be saved.
    Q_PROPERTY(bool up READ isUp NOTIFY changed)
    Q_PROPERTY(nova::StatusModel::Mark mark READ mark NOTIFY changed)
    /// "connected", "cannot be reached", …
    Q_PROPERTY(QString words READ words NOTIFY changed)
    /// What is the matter with the connection; empty where nothing is.
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    /// Why, and what happens next.
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    /// It lets nobody in with the token it was given.
    Q_PROPERTY(bool wantsToken READ wantsToken NOTIFY changed)
    /// Somebody has to wait; pressing something would not help.
    Q_PROPERTY(bool connecting READ isConnecting NOTIFY changed)
    /// Something about the token that a person should know; empty where there is nothing.
    Q_PROPERTY(QString secretNote READ secretNote NOTIFY changed)
    /// Why the last address or switch was refused; empty after a success.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    enum Role { NameRole = Qt::UserRole, AddressRole, CurrentRole };

    /// Without a host there is this computer alone.
    ConnectionsModel(NovaService &service, ConnectionsHost *host, QObject *parent = nullptr);
    ~ConnectionsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString currentName() const { return novaName(currentAddress()); }
    [[nodiscard]] QString currentAddress() const { return m_link->address; }
    [[nodiscard]] bool isRemote() const { return m_link->isRemote(); }
    [[nodiscard]] bool isUp() const { return m_link->isUp(); }
    [[nodiscard]] StatusModel::Mark mark() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString headline() const { return linkHeadline(*m_link); }
    [[nodiscard]] QString detail() const;
    [[nodiscard]] bool wantsToken() const { return m_link->phase == LinkState::Phase::Refused; }
    [[nodiscard]] bool isConnecting() const { return m_link->phase == LinkState::Phase::Connecting; }
    [[nodiscard]] QString secretNote() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void use(const QString &address);
    Q_INVOKABLE void connectTo(const QString &address, const QString &token, bool remember);
    Q_INVOKABLE void forget(const QString &address);
    Q_INVOKABLE void retry();

Q_SIGNALS:
    void changed();
    void problemChanged();
    /// Another Nova is shown: what is open about the one before is closed.
    void switched();

private:
    void takeState(const NovaStatePtr &state);
    void takeList();
    void setProblem(const QString &problem);

    ConnectionsHost *const m_host;
    LinkWatch m_watch;
    std::shared_ptr<const LinkState> m_link;
    QStringList m_addresses; ///< The first is empty: this computer.
    QString m_current;
    QString m_problem;
    QTimer m_countdown; ///< Runs while the next try is shown.
};

} // namespace nova
