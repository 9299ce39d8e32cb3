#pragma once

#include "app/desktop/viewmodels/settings_host.h"
#include "core/service/nova_service.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// The settings page: a row for each setting, with what somebody has written there and not applied yet. Nothing is
/// changed before apply(); what cannot be applied stays written. Owned by the DesktopApp; UI thread.
class SettingsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(int changeCount READ changeCount NOTIFY changed)
    /// "2 changes"
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(bool applying READ isApplying NOTIFY changed)
    /// Why the last apply() failed, where it is about no single setting.
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    /// What is wrong with the file, with its place, or why it is not in force.
    Q_PROPERTY(QString fileProblem READ fileProblem NOTIFY changed)
    Q_PROPERTY(QString filePath READ filePath NOTIFY changed)
    /// Only rows with this in their words are shown.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(int shownCount READ shownCount NOTIFY changed)

    Q_PROPERTY(bool webListening READ isWebListening NOTIFY changed)
    Q_PROPERTY(QString webAddress READ webAddress NOTIFY changed)
    Q_PROPERTY(bool webAsksForToken READ webAsksForToken NOTIFY changed)
    /// The token that callers need; empty until showToken().
    Q_PROPERTY(QString token READ token NOTIFY changed)

    Q_PROPERTY(bool testingRedis READ isTestingRedis NOTIFY changed)
    Q_PROPERTY(bool redisWorks READ redisWorks NOTIFY changed)
    /// What the last test found; empty where none was made of what is written now.
    Q_PROPERTY(QString redisFinding READ redisFinding NOTIFY changed)

public:
    enum class Kind { Switch, Number, Choice, Text, List, File };
    Q_ENUM(Kind)

    enum Role {
        NameRole = Qt::UserRole, ///< "server.port"
        GroupTitleRole,
        FirstRole, ///< The first row of its group that is shown.
        NoteRole,  ///< Of the group, at its first row: why nothing of it can be changed here.
        ShownRole,
        TitleRole,
        DescriptionRole,
        KindRole,
        TextRole,       ///< What is written in it: the draft, or what is set.
        OnRole,         ///< Of a switch.
        ChoicesRole,    ///< Words.
        ChoiceRole,     ///< The place of the one chosen.
        ChangedRole,    ///< Another value than the file's is written in it.
        DefaultRole,    ///< "Default: 8765"; empty where it is that already.
        OverriddenRole, ///< "Set by NOVA_SERVER_PORT"; then it cannot be changed here.
        ProblemRole,
        EditableRole,
        ModelRole, ///< This object: what stands for a row sees nothing else.
    };

    /// Without a host there are no settings to show.
    SettingsModel(NovaService &service, SettingsHost *host, QObject *parent = nullptr);
    ~SettingsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int changeCount() const { return int(m_drafts.size()); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool isApplying() const { return m_applying; }
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] QString fileProblem() const;
    [[nodiscard]] QString filePath() const;
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] bool isWebListening() const { return m_web.listening; }
    [[nodiscard]] QString webAddress() const { return m_web.address; }
    [[nodiscard]] bool webAsksForToken() const { return m_web.authenticates; }
    [[nodiscard]] QString token() const { return m_token; }
    [[nodiscard]] bool isTestingRedis() const { return m_testing; }
    [[nodiscard]] bool redisWorks() const { return m_redisWorks; }
    [[nodiscard]] QString redisFinding() const { return m_redisFinding; }

    /// The row of a setting, or -1.
    Q_INVOKABLE int rowOf(const QString &name) const;
    Q_INVOKABLE void setText(int row, const QString &text);
    Q_INVOKABLE void setOn(int row, bool on);
    Q_INVOKABLE void choose(int row, int choice);
    Q_INVOKABLE void useDefault(int row);
    Q_INVOKABLE void apply();
    /// Forgets what was written.
    Q_INVOKABLE void cancel();
    /// Takes the last apply() back.
    Q_INVOKABLE void undo();

    Q_INVOKABLE void openWeb();
    Q_INVOKABLE void copyLink();
    Q_INVOKABLE void showToken();
    Q_INVOKABLE void hideToken();
    Q_INVOKABLE void testRedis();

Q_SIGNALS:
    void changed();
    /// Something was done, or could not be; a sentence.
    void said(const QString &message, bool undoable);
    void complained(const QString &message);
    /// apply() could not be, because of this row.
    void attentionWanted(int row);

private:
    struct Row {
        QString name;
        const Setting *setting; ///< Null for what is not in nova.yaml.
    };
    struct Draft {
        QString text;
        QStringList from; ///< What the file said when somebody began to write.
    };

    void take();
    void rowsChanged();
    [[nodiscard]] bool isRemote() const;
    [[nodiscard]] QString groupTitle(const Row &row) const;
    [[nodiscard]] bool isShown(const Row &row) const;
    [[nodiscard]] bool isFirst(int row) const;
    [[nodiscard]] bool isEditable(const Row &row) const;
    [[nodiscard]] QString groupNote(const Row &row) const;
    [[nodiscard]] QString problemOf(const Row &row) const;
    [[nodiscard]] QString defaultWords(const Row &row) const;
    /// What is set, as it is written in the row.
    [[nodiscard]] QString setText(const Row &row) const;
    [[nodiscard]] QString writtenText(const Row &row) const;
    [[nodiscard]] QString defaultText(const Row &row) const;
    void write(int row, const QString &text);
    [[nodiscard]] QStringList draftValues(const Row &row) const;
    [[nodiscard]] SettingChanges draftedChanges() const;
    void send(const SettingChanges &changes, std::optional<bool> autostart, bool isUndo);
    void settle(const SettingChanges &changes, std::optional<bool> autostart, bool isUndo, const Result<void> &result);
    void refuse(const Error &error);

    NovaService &m_service;
    SettingsHost *const m_host;
    std::shared_ptr<Mailbox> m_mailbox;
    Settings m_scratch; ///< Of the table.
    const std::vector<Setting> m_table;
    QList<Row> m_rows;
    std::shared_ptr<const LinkState> m_link;
    SettingValues m_inFile;
    SettingValues m_inForce;
    const SettingValues m_defaults;
    QMap<QString, QString> m_overrides;
    bool m_autostart = false;
    SettingsHost::Web m_web;
    QMap<QString, Draft> m_drafts;
    QMap<QString, QString> m_problems; ///< What was said of drafts, by name.
    QString m_failure;
    QString m_filter;
    bool m_applying = false;
    SettingChanges m_undo;
    std::optional<bool> m_undoAutostart;
    QString m_token;
    bool m_testing = false;
    bool m_redisWorks = false;
    QString m_redisFinding;
    int m_test = 0; ///< Grows with every test.
};

} // namespace nova
