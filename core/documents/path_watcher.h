#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <compare>

namespace nova
{

/// Says when a file may have changed: a hint, never news. Look at the file to know.
///
/// Survives every way of saving: in-place writes, rename over it, delete and re-create, symlink swaps at any component
/// of the path (Kubernetes `..data`), a file or folder that appears later. Where the system gives no notifications
/// (or `polling` is asked for) it looks every `pollInterval`; otherwise a slow safety look catches what was lost.
class PathWatcher : public QObject
{
    Q_OBJECT

public:
    struct Options {
        bool polling = false;
        std::chrono::milliseconds pollInterval{2000};
        std::chrono::milliseconds safetyInterval{15000};
    };

    PathWatcher(QString path, Options options, QObject *parent = nullptr);
    ~PathWatcher() override;

    void start();
    /// Changes how it watches; once it has been started.
    void configure(Options options);
    [[nodiscard]] bool isPolling() const { return m_polling; }

Q_SIGNALS:
    /// What the path leads to has another identity, size or time than at the last look.
    void hint();

private:
    /// What stat(2) says of a path; all zero when there is nothing.
    struct Identity {
        quint64 device = 0, inode = 0;
        qint64 size = 0, modifiedNs = 0, changedNs = 0;
        auto operator<=>(const Identity &) const = default;
    };

    static Identity identityOf(const QString &path);
    void look();
    void rewatch();
    void setPolling(bool polling);

    const QString m_path;
    Options m_options;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    Identity m_seen;
    QHash<QString, std::pair<quint64, quint64>> m_watched; ///< Path to (device, inode) at the time of adding.
    bool m_polling = false;
};

} // namespace nova
