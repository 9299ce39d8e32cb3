#pragma once

#include "app/desktop/viewmodels/move_queue.h"
#include "app/desktop/viewmodels/toggle_queue.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// The servers of the catalog as rows, in the order of the file. Owned by the DesktopApp; lives on the UI thread.
///
/// A switch moves at once: the row shows what was asked for and that it is pending, until the service has answered.
/// Then it shows what the state says, and, where it failed, why. The same goes for a server that is moved: it is at its
/// new place at once. Rows are changed in place, so that the keyboard's
/// place in the list and the eye's are not lost when a file changes.
class ServersModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    Q_PROPERTY(int enabledCount READ enabledCount NOTIFY countsChanged)
    Q_PROPERTY(int needingCount READ needingCount NOTIFY countsChanged)
    Q_PROPERTY(int workingCount READ workingCount NOTIFY countsChanged)
    /// What the highest column of every bar stands for.
    Q_PROPERTY(int latencyScaleMs READ latencyScaleMs NOTIFY latencyScaleChanged)
    /// "4 on · 1 needs you · 1 off".
    Q_PROPERTY(QString summary READ summary NOTIFY countsChanged)
    /// There is a Nova that can be asked for something.
    Q_PROPERTY(bool reachable READ isReachable NOTIFY reachableChanged)

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
        MarkRole,         ///< How it is: a StatusModel::Mark.
        NeedsRole,        ///< Somebody has to do something.
        WorksRole,        ///< An agent could use it now.
        WordsRole,        ///< How it is, shortly; see healthWords().
        SummaryRole,      ///< The same as a sentence.
        ActionRole,       ///< What to do; empty where nothing is to be done.
        ToolsRole,        ///< "14 tools"
        LatencyRole,      ///< "23 ms"
        LatencyMsRole,    ///< The same as a number; -1 where it is not known.
        ProtocolRole,     ///< The revision of MCP.
        CheckedRole,      ///< "checked 2 minutes ago"
        BarKindsRole,     ///< The last hours, a QList<int> of StatusModel::Mark, the oldest first.
        BarLatenciesRole, ///< And how long answers took then, in ms; -1 where it is not known.
        ServiceRole,      ///< What a restart restarts; empty where there is none or it is not allowed.
        RestartingRole,
        AskingRole, ///< Somebody asked how it is and has no answer yet.
    };

    explicit ServersModel(NovaService &service, QObject *parent = nullptr);
    ~ServersModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int enabledCount() const;
    [[nodiscard]] int needingCount() const;
    [[nodiscard]] int workingCount() const;
    [[nodiscard]] QStringList needingNames() const;
    [[nodiscard]] int latencyScaleMs() const { return m_latencyScaleMs; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isReachable() const { return m_reachable; }
    [[nodiscard]] bool isWanted(const QString &name) const;

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void toggleByName(const QString &name);
    /// Puts a server in front of another one in the file; to the end where that is empty.
    Q_INVOKABLE void moveBefore(const QString &name, const QString &before);
    /// One place up (-1) or down (1) in the file.
    Q_INVOKABLE void moveBy(const QString &name, int places);
    /// Asks the server how it is, now. Does nothing for one that is off.
    Q_INVOKABLE void check(const QString &name);

Q_SIGNALS:
    void countsChanged();
    void latencyScaleChanged();
    void reachableChanged();
    /// A switch went back; `reason` is a sentence for people.
    void failed(const QString &name, const QString &reason);

private:
    struct Row {
        ServerEntry entry;
        std::optional<bool> asked{}; ///< While pending.
        QString warning{};
        QString note{};
        QString problem{};
        int changeSerial = 0;
        HealthReportPtr health{}; ///< Null: not looked at yet.
        QList<HealthBarSlot> bar{};
        bool restartable = false;
        bool restarting = false;
        bool asking = false;
        bool moving = false; ///< Shown at a place where it is not yet.

        [[nodiscard]] bool wanted() const { return asked.value_or(entry.enabled); }
        /// Says something of every row.
        [[nodiscard]] HealthReport report() const;
        [[nodiscard]] bool needsPerson() const;
        [[nodiscard]] bool works() const;
    };

    /// Another Nova is shown: what is known of servers of the same name there is of others.
    void startAnew();
    void takeState(const NovaStatePtr &state);
    void takeCatalog(const CatalogState &catalog);
    void takeHealth(const HealthState &health);
    void takeRestarts(const RestartState &restarts);
    void updateHealth(int place, const HealthReportPtr &report, const QList<HealthBarSlot> &bar);
    static QList<int> rolesOfHealth();
    void updateLatencyScale();
    void updateAges();
    [[nodiscard]] QVariant healthData(const Row &row, int role) const;
    void takeEvent(const Event &event);
    void removeGoneRows(const QList<ServerEntry> &servers);
    void placeRow(int place, const ServerEntry &server);
    void updateRow(int place, const ServerEntry &server, const QString &warning);
    void noteChange(const QString &name, const QString &words);
    void settle(const QString &name, bool enabled, const QString &problem);
    void showMoves();
    void settleMove(const QString &name, const QString &problem);
    void showProblem(const QString &name, const QString &problem);
    void rowChanged(int row, const QList<int> &roles);
    [[nodiscard]] int rowOf(const QString &name, int from = 0) const;

    NovaService &m_service;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<const CatalogState> m_catalog;
    std::shared_ptr<const HealthState> m_health;
    std::shared_ptr<const RestartState> m_restarts;
    QList<Row> m_rows;
    int m_latencyScaleMs = 0;
    bool m_reachable = true;
    QTimer m_ages; ///< Keeps "checked 2 minutes ago" true.
    ToggleQueue m_toggles;
    MoveQueue m_moves;
};

} // namespace nova
