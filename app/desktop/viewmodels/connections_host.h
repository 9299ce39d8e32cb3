#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace nova
{

/// Which Nova the window shows, and which others it knows: what the switcher needs of the program. UI thread.
class ConnectionsHost : public QObject
{
    Q_OBJECT

public:
    /// Whether the token of a connection outlives this run of the program.
    enum class Secret { Nothing, InStore, ForThisRun };

    explicit ConnectionsHost(QObject *parent = nullptr);
    ~ConnectionsHost() override;

    /// Addresses of other Novas, as they were added.
    [[nodiscard]] virtual QStringList known() const = 0;
    /// The one that is shown; empty: the one in this process.
    [[nodiscard]] virtual QString current() const = 0;
    /// Where the token of the current one is.
    [[nodiscard]] virtual Secret secret() const = 0;
    /// Why the system's secret store could not be used, in one sentence; empty where it could or was not needed.
    [[nodiscard]] virtual QString storeProblem() const = 0;

    /// Shows that Nova with the token that is known of it; empty: the one in this process.
    virtual void use(const QString &address) = 0;
    /// Adds a Nova, or gives it another token, and shows it. `remember` puts the token into the system's secret store.
    virtual void connectTo(const QString &address, const QString &token, bool remember) = 0;
    /// Takes a Nova off the list, and its token out of the store.
    virtual void forget(const QString &address) = 0;
    /// Tries the current one now.
    virtual void retry() = 0;

Q_SIGNALS:
    /// The list, the current one, or what is known of its token.
    void changed();
    /// An address that is none, or files here that cannot be opened; a sentence for people.
    void failed(const QString &reason);
};

} // namespace nova
