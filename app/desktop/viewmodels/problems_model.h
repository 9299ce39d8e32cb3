#pragma once

#include "core/service/nova_state.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// What is wrong with the files and the state folder, one finding a row, for the banner. Owned by the StatusModel; UI
/// thread.
class ProblemsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        FileRole = Qt::UserRole, ///< The file's name.
        PlaceRole,               ///< "line 12, column 3"; empty where it is about the whole file.
        MessageRole,
        HintRole,
    };

    explicit ProblemsModel(QObject *parent = nullptr);
    ~ProblemsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    /// Makes the rows anew from how the files stand; does nothing where they are the same as before. `stateProblem` is
    /// InstanceState::stateProblem.
    void setProblems(const QList<DocumentStatus> &files, const QString &stateProblem);

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        QString file;
        Diagnostic finding;
        bool operator==(const Row &) const = default;
    };

    QList<Row> m_rows;
};

} // namespace nova
