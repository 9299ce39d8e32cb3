#pragma once

#include "app/desktop/viewmodels/event_details.h"
#include "core/service/nova_service.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>
#include <deque>

namespace nova
{

/// What happened, as rows, the newest first, as far as the filter lets them through. Owned by the DesktopApp; UI
/// thread.
///
/// Events wait for at most a tick (25 ms) and come in together, so that a thousand in a second cost the window forty
/// changes. While somebody has paused it they go on waiting. Each has a serial number, by which QML knows it when its
/// row is another one.
class EventsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    /// With those that the filter leaves out.
    Q_PROPERTY(int total READ total NOTIFY countsChanged)
    /// Of the oldest, which had to go.
    Q_PROPERTY(int letGo READ letGo NOTIFY countsChanged)
    /// "12 of 812 events · 300 older ones let go".
    Q_PROPERTY(QString summary READ summary NOTIFY countsChanged)
    /// How many came while it was paused.
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY waitingChanged)
    Q_PROPERTY(QString waitingWords READ waitingWords NOTIFY waitingChanged)
    Q_PROPERTY(bool paused READ isPaused WRITE setPaused NOTIFY pausedChanged)
    /// Words that all have to be in it.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged)
    /// Which kinds are shown, as a bit for each; 0 for all.
    Q_PROPERTY(int kinds READ kinds WRITE setKinds NOTIFY filterChanged)
    /// Why what happened earlier could not be read; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    /// Somebody looks at it: only then "5 minutes ago" is kept true.
    Q_PROPERTY(bool watched READ isWatched WRITE setWatched NOTIFY watchedChanged)
    /// The serial number of the event in the details; -1 for none.
    Q_PROPERTY(int chosen READ chosen WRITE setChosen NOTIFY chosenChanged)
    Q_PROPERTY(nova::EventDetails *details READ details CONSTANT)

public:
    enum Role {
        SerialRole = Qt::UserRole,
        SentenceRole,
        MarkRole, ///< A StatusModel::Mark.
        KindRole, ///< In words.
        AgoRole,
        ExactlyRole, ///< "10:42:07.123"
        MachineRole, ///< Where the program runs that caused it; empty for this Nova itself.
    };
    enum Kind { Switched = 1, PromptSaved = 2, ConfigurationChecked = 4, Health = 8, Tasks = 16 };
    Q_ENUM(Kind)

    struct Limits {
        qsizetype events = 10'000;
        qsizetype bytes = 24 * 1024 * 1024; ///< Roughly, of their data.
    };

    explicit EventsModel(NovaService &service, QObject *parent = nullptr);
    EventsModel(NovaService &service, Limits limits, QObject *parent = nullptr);
    ~EventsModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_shown.size()); }
    [[nodiscard]] int total() const { return int(m_kept.size()); }
    [[nodiscard]] int letGo() const { return m_letGo; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] int waitingCount() const { return m_paused ? int(m_waiting.size()) : 0; }
    [[nodiscard]] QString waitingWords() const;
    [[nodiscard]] bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int kinds() const { return m_kinds; }
    void setKinds(int kinds);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isWatched() const { return m_watched; }
    void setWatched(bool watched);
    [[nodiscard]] int chosen() const { return m_chosen; }
    void setChosen(int serial);
    [[nodiscard]] EventDetails *details() { return &m_details; }

    /// -1 where there is none.
    [[nodiscard]] Q_INVOKABLE int serialAt(int row) const;
    [[nodiscard]] Q_INVOKABLE int rowOf(int serial) const;
    /// The event as JSON; empty if it is gone.
    [[nodiscard]] Q_INVOKABLE QString json(int serial) const;
    /// All that are shown, as a JSON array in the order of the rows.
    [[nodiscard]] QString shownJson() const;
    /// To the clipboard. False if there was nothing.
    Q_INVOKABLE bool copy(int serial) const;
    Q_INVOKABLE bool copyShown() const;

Q_SIGNALS:
    void countsChanged();
    void waitingChanged();
    void pausedChanged();
    void filterChanged();
    void problemChanged();
    void watchedChanged();
    void chosenChanged();
    /// Around rows that come in at the top.
    void growing();
    void grown(int count);

private:
    struct Waiting {
        Event event;
        qsizetype bytes = 0;
    };
    struct Kept {
        Event event;
        QString sentence;
        QString searchText;
        StatusModel::Mark mark{};
        qsizetype bytes = 0;
    };

    void takeState(const NovaStatePtr &state);
    void read();
    void takeEarlier(const Result<QList<Event>> &events);
    bool queue(const Event &event);
    void take(const Event &event);
    void tick();
    void showWaiting();
    void letGoOfOld();
    void startAnew();
    void applyFilter();
    void updateAges();
    [[nodiscard]] bool matches(const Kept &kept) const;
    [[nodiscard]] const Kept *find(int serial) const;

    NovaService &m_service;
    const Limits m_limits;
    std::shared_ptr<Mailbox> m_mailbox;
    QString m_whose; ///< Of which Nova the events are.
    QString m_ours;  ///< What that Nova calls itself as a source.
    bool m_wasUp = true;
    bool m_reading = false;
    int m_reads = 0; ///< The answer to an earlier question is not looked at.
    std::deque<Waiting> m_waiting;
    qsizetype m_waitingBytes = 0;
    std::deque<Kept> m_kept; ///< The oldest first, with serial numbers from m_firstSerial on.
    qsizetype m_keptBytes = 0;
    int m_firstSerial = 0;
    std::deque<int> m_shown; ///< Serial numbers, the oldest first: the last row is the first here.
    QSet<QString> m_ids;
    int m_letGo = 0;
    QString m_text;
    QStringList m_terms;
    int m_kinds = 0;
    bool m_paused = false;
    bool m_watched = false;
    QString m_problem;
    int m_chosen = -1;
    EventDetails m_details;
    QTimer m_tick; ///< Runs only while something waits to be shown.
    QTimer m_ages;
};

} // namespace nova
