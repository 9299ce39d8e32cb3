#pragma once

#include "app/desktop/viewmodels/link_watch.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// What is known of one server's past: the figures, and its outages as rows, the newest first. Owned by the
/// DetailsModel; UI thread.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    /// "99.9 %"; empty until it is known.
    Q_PROPERTY(QString uptimeDay READ uptimeDay NOTIFY changed)
    Q_PROPERTY(QString uptimeMonth READ uptimeMonth NOTIFY changed)
    /// How long answers took in the last 24 hours: half of them at most so long, and 95 of 100.
    Q_PROPERTY(QString usualLatency READ usualLatency NOTIFY changed)
    Q_PROPERTY(QString slowLatency READ slowLatency NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Why it could not be read; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        WhenRole = Qt::UserRole, ///< "today at 10:42"
        LengthRole,              ///< "4 min 10 s"
        OngoingRole,
        ReasonRole,
        SpanRole, ///< From and until, exactly.
    };

    explicit HistoryModel(NovaService &service, QObject *parent = nullptr);
    ~HistoryModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] QString uptimeDay() const;
    [[nodiscard]] QString uptimeMonth() const;
    [[nodiscard]] QString usualLatency() const;
    [[nodiscard]] QString slowLatency() const;
    [[nodiscard]] int count() const { return int(m_history.outages.size()); }
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Reads the history of that server; what is shown of it stays until then. None: empty.
    void read(const QString &server);

Q_SIGNALS:
    void changed();

private:
    void show(const HealthHistory &history);

    NovaService &m_service;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    QString m_server;
    HealthHistory m_history;
    QString m_problem;
};

} // namespace nova
