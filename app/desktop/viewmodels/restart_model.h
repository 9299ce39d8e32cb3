#pragma once

#include "app/desktop/viewmodels/link_watch.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// The restart of the service that somebody looks at: before, while and after it runs. What runs goes on when nobody
/// looks, and is found again by choosing the same service. Owned by the DesktopApp; UI thread.
class RestartModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    /// Who will not answer meanwhile: "gmail", "gmail and calendar", "gmail, calendar and 2 more".
    Q_PROPERTY(QString serverWords READ serverWords NOTIFY changed)
    Q_PROPERTY(int serverCount READ serverCount NOTIFY changed)
    /// What the command wrote last.
    Q_PROPERTY(QString output READ output NOTIFY changed)
    /// "12 s"
    Q_PROPERTY(QString elapsed READ elapsed NOTIFY elapsedChanged)
    /// How it ended, or why it could not begin; a sentence.
    Q_PROPERTY(QString result READ result NOTIFY changed)

public:
    enum class Phase { Before, Running, Succeeded, Failed };
    Q_ENUM(Phase)

    explicit RestartModel(NovaService &service, QObject *parent = nullptr);
    ~RestartModel() override;

    [[nodiscard]] QString service() const { return m_service; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] QString serverWords() const;
    [[nodiscard]] int serverCount() const { return int(m_servers.size()); }
    [[nodiscard]] QString output() const { return m_run.output; }
    [[nodiscard]] QString elapsed() const;
    [[nodiscard]] QString result() const;

    /// Looks at that service: at the restart that runs, or at what one would do.
    Q_INVOKABLE void choose(const QString &service);
    /// Does it.
    Q_INVOKABLE void start();

Q_SIGNALS:
    void changed();
    void elapsedChanged();

private:
    void takeState(const NovaStatePtr &state);
    void take(const RestartRun &run);
    /// When the last one began that is over.
    [[nodiscard]] QDateTime lastEnd(const RestartState &restarts) const;
    void refuse(const QString &reason);

    NovaService &m_nova;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<const RestartState> m_restarts;
    QString m_service;
    QStringList m_servers;
    Phase m_phase = Phase::Before;
    RestartRun m_run;      ///< As last heard of.
    QString m_refused;     ///< Why it did not begin.
    QDateTime m_before;    ///< When the restart began that was over already.
    QElapsedTimer m_heard; ///< Since m_run came.
    QTimer m_seconds;
};

} // namespace nova
