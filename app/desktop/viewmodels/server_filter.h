#pragma once

#include "app/desktop/viewmodels/servers_model.h"

#include <QPersistentModelIndex>

namespace nova
{

/// The servers that somebody wants to see, in the order in which they are wanted: to begin with, those that need a
/// person first, the rest as in the file. Made in QML.
///
/// Rows are taken out, put in and moved one by one, so that the keyboard's place goes along with its server (Qt's own
/// sorting proxy gives a view no more than "something is elsewhere now"). While it is held, because the pointer is over
/// the list and about to click something, nothing moves on account of how servers are.
class ServerFilter : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(nova::ServersModel *servers READ servers WRITE setServers NOTIFY serversChanged REQUIRED)
    /// What name, description or address have to hold.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(Show show READ show WRITE setShow NOTIFY showChanged)
    Q_PROPERTY(Sort sort READ sort WRITE setSort NOTIFY sortChanged)
    /// The order shown is all of the file's, so that a server can be put to another place in it.
    Q_PROPERTY(bool inFileOrder READ isInFileOrder NOTIFY inFileOrderChanged)
    Q_PROPERTY(bool held READ isHeld WRITE setHeld NOTIFY heldChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum class Show { All, Needing, Working, Off };
    Q_ENUM(Show)
    enum class Sort { NeedsFirst, FileOrder, Name, State, Slowest };
    Q_ENUM(Sort)

    explicit ServerFilter(QObject *parent = nullptr);
    ~ServerFilter() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] ServersModel *servers() const { return m_servers; }
    void setServers(ServersModel *servers);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] Show show() const { return m_show; }
    void setShow(Show show);
    [[nodiscard]] Sort sort() const { return m_sort; }
    void setSort(Sort sort);
    [[nodiscard]] bool isInFileOrder() const
    {
        return m_sort == Sort::FileOrder && m_show == Show::All && m_text.trimmed().isEmpty();
    }
    [[nodiscard]] bool isHeld() const { return m_held; }
    void setHeld(bool held);
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    /// `row` as it is shown.
    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void check(int row);
    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;
    /// What a restart of it restarts; empty where there is none or it is not allowed.
    [[nodiscard]] Q_INVOKABLE QString serviceAt(int row) const;
    /// -1 if it is not shown.
    [[nodiscard]] Q_INVOKABLE int rowOf(const QString &name) const;

Q_SIGNALS:
    void serversChanged();
    void textChanged();
    void showChanged();
    void sortChanged();
    void inFileOrderChanged();
    void heldChanged();
    void countChanged();

private:
    /// Rows of the ServersModel.
    [[nodiscard]] QList<int> wanted() const;
    [[nodiscard]] qint64 sortKey(const QModelIndex &server) const;
    void sortByName(QList<std::pair<qint64, int>> &rows) const;
    [[nodiscard]] QList<int> keptInPlace(const QList<int> &wanted) const;
    [[nodiscard]] bool matches(const QModelIndex &server) const;
    [[nodiscard]] bool isShown(const QModelIndex &server) const;
    void passOn(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void update(bool holding);
    void removeOthers(const QList<int> &wanted);
    void insertMissing(const QList<int> &wanted);
    void bringIntoOrder(const QList<int> &wanted);
    void move(int from, int to);
    [[nodiscard]] int placeOf(int server) const;

    ServersModel *m_servers = nullptr;
    QString m_text;
    Show m_show = Show::All;
    Sort m_sort = Sort::NeedsFirst;
    bool m_held = false;
    QList<QPersistentModelIndex> m_rows;
};

} // namespace nova
