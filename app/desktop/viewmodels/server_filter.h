#pragma once

#include "app/desktop/viewmodels/servers_model.h"

#include <QSortFilterProxyModel>

namespace nova
{

/// The servers whose name, description or address holds what somebody typed. Made in QML; keeps the file's order.
class ServerFilter : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(nova::ServersModel *servers READ servers WRITE setServers NOTIFY serversChanged REQUIRED)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit ServerFilter(QObject *parent = nullptr);
    ~ServerFilter() override;

    [[nodiscard]] ServersModel *servers() const { return m_servers; }
    void setServers(ServersModel *servers);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int count() const { return rowCount(); }

    /// `row` as it is shown.
    Q_INVOKABLE void toggle(int row);

Q_SIGNALS:
    void serversChanged();
    void textChanged();
    void countChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ServersModel *m_servers = nullptr;
    QString m_text;
};

} // namespace nova
