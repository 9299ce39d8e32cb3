#pragma once

#include "core/service/nova_service.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// The servers of the catalog as rows, in the order of the file. Owned by the DesktopApp; lives on the UI thread.
///
/// A switch moves at once: the row shows what was asked for and that it is pending, until the service has answered.
/// Then it shows what the state says, and, where it failed, why. Rows are changed in place, so that the keyboard's
/// place in the list and the eye's are not lost when a file changes.
class ServersModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    Q_PROPERTY(int enabledCount READ enabledCount NOTIFY countsChanged)
    /// "4 on · 1 off".
    Q_PROPERTY(QString summary READ summary NOTIFY countsChanged)

public:
    enum Role {
        NameRole = Qt::UserRole,
        DescriptionRole,
        UrlRole,
        WantedRole,       ///< The switch: enabled in the file, or about to be.
        PendingRole,      ///< Asked for and not answered yet.
        WarningRole,      ///< What the file's check says about this server, with the line; empty when all is well.
        NoteRole,         ///< The last change from elsewhere: "toggled in the file, 10:42".
        ChangeSerialRole, ///< Grows with every change from elsewhere, for the pulse.
        ProblemRole,      ///< Why the last switching failed; empty otherwise.
    };

    explicit ServersModel(NovaService &service, QObject *parent = nullptr);
    ~ServersModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int enabledCount() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isWanted(const QString &name) const;

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void toggleByName(const QString &name);

Q_SIGNALS:
    void countsChanged();
    /// A switch went back; `reason` is a sentence for people.
    void failed(const QString &name, const QString &reason);

private:
    struct Row {
        ServerEntry entry;
        std::optional<bool> asked; ///< While pending.
        QString warning{};
        QString note{};
        QString problem{};
        int changeSerial = 0;

        [[nodiscard]] bool wanted() const { return asked.value_or(entry.enabled); }
    };

    void takeState(const NovaStatePtr &state);
    void takeEvent(const Event &event);
    void removeGoneRows(const QList<ServerEntry> &servers);
    void placeRow(int place, const ServerEntry &server);
    void updateRow(int place, const ServerEntry &server, const QString &warning);
    void noteChange(const QString &name, const QString &words);
    void sendNext();
    void settle(const QString &name, const Result<Toggled> &result);
    void rowChanged(int row, const QList<int> &roles);
    [[nodiscard]] int rowOf(const QString &name, int from = 0) const;

    NovaService &m_service;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<const CatalogState> m_catalog;
    QList<Row> m_rows;
    /// Commands go out one at a time: each names the revision that the one before it made.
    QStringList m_waiting;
    QString m_inFlight;
};

} // namespace nova
