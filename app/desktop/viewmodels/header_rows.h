#pragma once

#include "core/catalog/server_entry.h"

#include <QAbstractListModel>
#include <QJsonObject>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// The headers of a server while somebody changes them. What the file has of them is a secret that never comes here:
/// names are known, values are only replaced, by what is typed. Owned by the ServerForm.
class HeaderRows : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole,
        ValueRole,
        KeptRole, ///< It is in the file: its name stands, and its value stays unless another one is typed.
    };

    struct Row {
        QString name{};
        QString value{};
        bool kept = false;

        bool operator==(const Row &) const = default;
    };

    explicit HeaderRows(QObject *parent = nullptr);
    ~HeaderRows() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    void setRows(const QList<Row> &rows);

    Q_INVOKABLE void add();
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void setName(int row, const QString &name);
    Q_INVOKABLE void setValue(int row, const QString &value);

    /// What has to change in a server that has `names`, as a merge patch; empty where nothing has.
    [[nodiscard]] QJsonObject patchOf(const QStringList &names) const;
    /// What keeps them from being saved, as a sentence; empty where nothing does.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void countChanged();
    void edited();

private:
    QList<Row> m_rows;
};

} // namespace nova
