#pragma once

#include "app/desktop/viewmodels/history_model.h"
#include "app/desktop/viewmodels/status_model.h"

#include <QTimer>

namespace nova
{

/// Everything about the one server that somebody looks at closely. Owned by the DesktopApp; UI thread.
class DetailsModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    /// Which one; empty: none. Becomes empty when the server goes.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QString url READ url NOTIFY changed)
    Q_PROPERTY(bool enabled READ isEnabled NOTIFY changed)
    Q_PROPERTY(int mark READ mark NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    /// Technical words.
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    /// Its own name for itself, with its version.
    Q_PROPERTY(QString program READ program NOTIFY changed)
    Q_PROPERTY(QString protocol READ protocol NOTIFY changed)
    Q_PROPERTY(QString latency READ latency NOTIFY changed)
    Q_PROPERTY(QString checked READ checked NOTIFY changed)
    Q_PROPERTY(QString checkedAt READ checkedAt NOTIFY changed)
    /// When it was last well, where it is not; empty otherwise.
    Q_PROPERTY(QString lastHealthy READ lastHealthy NOTIFY changed)
    Q_PROPERTY(QString toolNames READ toolNames NOTIFY changed)
    Q_PROPERTY(QString toolsWords READ toolsWords NOTIFY changed)
    Q_PROPERTY(QList<int> barKinds READ barKinds NOTIFY changed)
    Q_PROPERTY(QList<int> barLatencies READ barLatencies NOTIFY changed)
    /// What a restart restarts; empty where there is none or it is not allowed.
    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(nova::HistoryModel *history READ history CONSTANT)

public:
    explicit DetailsModel(NovaService &service, QObject *parent = nullptr);
    ~DetailsModel() override;

    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &name);
    [[nodiscard]] QString description() const { return m_entry.description; }
    [[nodiscard]] QString url() const { return m_entry.url; }
    [[nodiscard]] bool isEnabled() const { return m_entry.enabled; }
    [[nodiscard]] int mark() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString summary() const { return m_report->summary; }
    [[nodiscard]] QString action() const { return m_report->action; }
    [[nodiscard]] QString detail() const { return m_report->detail; }
    [[nodiscard]] QString program() const;
    [[nodiscard]] QString protocol() const { return m_report->protocolVersion; }
    [[nodiscard]] QString latency() const;
    [[nodiscard]] QString checked() const;
    [[nodiscard]] QString checkedAt() const;
    [[nodiscard]] QString lastHealthy() const;
    [[nodiscard]] QString toolNames() const { return m_report->toolNames.join(QStringLiteral(", ")); }
    [[nodiscard]] QString toolsWords() const;
    [[nodiscard]] QList<int> barKinds() const;
    [[nodiscard]] QList<int> barLatencies() const;
    [[nodiscard]] QString service() const { return m_service; }
    [[nodiscard]] HistoryModel *history() { return &m_history; }

Q_SIGNALS:
    void nameChanged();
    void changed();

private:
    void takeState(const NovaStatePtr &state);

    NovaService &m_nova;
    LinkWatch m_watch;
    HistoryModel m_history;
    QString m_name;
    std::shared_ptr<const CatalogState> m_catalog;
    std::shared_ptr<const RestartState> m_restarts;
    ServerEntry m_entry;
    HealthReportPtr m_report; ///< Never null.
    QList<HealthBarSlot> m_bar;
    QString m_service;
    QTimer m_ages; ///< Keeps "2 minutes ago" true.
};

} // namespace nova
