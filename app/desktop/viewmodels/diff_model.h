#pragma once

#include "app/desktop/viewmodels/diff_rows.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// Two texts beside each other, a line a row, with what is the same folded away. UI thread.
class DiffModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int added READ added NOTIFY changed)
    Q_PROPERTY(int removed READ removed NOTIFY changed)

public:
    enum Role {
        KindRole = Qt::UserRole,
        LeftNumberRole, ///< 0 where the side has no such line.
        LeftTextRole,   ///< Rich text, for Text.StyledText; what is changed is marked.
        RightNumberRole,
        RightTextRole,
        FoldedRole,
        SpokenRole, ///< For a screen reader.
    };
    /// The same names in the same order as DiffRow::Kind, for QML.
    enum Kind { Same, Changed, Added, Removed, Fold };
    Q_ENUM(Kind)

    explicit DiffModel(QObject *parent = nullptr);
    ~DiffModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int added() const { return m_added; }
    [[nodiscard]] int removed() const { return m_removed; }

    /// What differs between two texts.
    Q_INVOKABLE void compare(const QString &left, const QString &right);
    Q_INVOKABLE void clear() { setRows({}); }
    void setRows(QList<DiffRow> rows);
    [[nodiscard]] const QList<DiffRow> &rows() const { return m_rows; }

Q_SIGNALS:
    void changed();

private:
    QList<DiffRow> m_rows;
    int m_added = 0;
    int m_removed = 0;
};

} // namespace nova
