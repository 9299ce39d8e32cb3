#pragma once

#include "app/desktop/viewmodels/diff_model.h"
#include "app/desktop/viewmodels/link_watch.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// The earlier texts of a document, the newest first: one of them can be compared with the text of now, and can become
/// it again. Owned by the DesktopApp; UI thread.
class VersionsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    /// Somebody looks: only then is the list kept up to date.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    /// Why there is no list, or no comparison; empty where there is.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The row that is compared; -1 for none.
    Q_PROPERTY(int chosen READ chosen NOTIFY changed)
    Q_PROPERTY(QString chosenWhen READ chosenWhen NOTIFY changed)
    Q_PROPERTY(bool comparing READ isComparing NOTIFY changed)
    Q_PROPERTY(bool restoring READ isRestoring NOTIFY changed)
    Q_PROPERTY(bool canRestore READ canRestore NOTIFY changed)
    Q_PROPERTY(nova::DiffModel *diff READ diff CONSTANT)

public:
    enum Role {
        WhenRole = Qt::UserRole, ///< "today at 10:42": when it was replaced.
        WhenExactRole,
        CauseRole, ///< "replaced in this window".
        SizeRole,
        AddedRole, ///< What the text that replaced it added and removed, in lines.
        RemovedRole,
    };

    VersionsModel(NovaService &service, DocumentKind document, QObject *parent = nullptr);
    ~VersionsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] int count() const { return int(m_versions.size()); }
    [[nodiscard]] bool isLoading() const { return m_listing && m_versions.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] int chosen() const;
    [[nodiscard]] QString chosenWhen() const;
    [[nodiscard]] bool isComparing() const { return m_comparing; }
    [[nodiscard]] bool isRestoring() const { return m_restoring; }
    [[nodiscard]] bool canRestore() const;
    [[nodiscard]] DiffModel *diff() { return &m_diff; }

    /// Compares that version with the text of now.
    Q_INVOKABLE void choose(int row);
    /// Makes the chosen version the text of now.
    Q_INVOKABLE void restore();
    /// Takes the last restore back, if nothing has changed since.
    Q_INVOKABLE void undoRestore();

Q_SIGNALS:
    void activeChanged();
    void countChanged();
    void changed();
    /// A restore is done; it can be taken back where there is something to take it back to.
    void restored(const QString &words, bool undoable);
    void failed(const QString &reason);

private:
    void startAnew();
    void takeState(const NovaStatePtr &state);
    void list();
    void setVersions(const QList<DocumentVersion> &versions);
    void compare();
    void send(const QString &id, const QString &ifMatch, const QString &words, bool undoable);

    NovaService &m_service;
    const DocumentKind m_document;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    DiffModel m_diff;
    DocumentStatus m_file;
    bool m_up = true;
    QList<DocumentVersion> m_versions;
    QString m_chosen; ///< The id.
    QString m_problem;
    QString m_undoId; ///< The text that the last restore replaced.
    QString m_undoRevision;
    bool m_active = false;
    bool m_listing = false;
    bool m_listAgain = false;
    bool m_comparing = false;
    bool m_restoring = false;
};

} // namespace nova
