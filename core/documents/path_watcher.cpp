#include "core/documents/path_watcher.h"

#include "core/documents/watch_points.h"

#include <QFile>

#include <sys/stat.h>

namespace nova
{

PathWatcher::PathWatcher(QString path, Options options, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_options(options)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &PathWatcher::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &PathWatcher::look);
    connect(&m_timer, &QTimer::timeout, this, &PathWatcher::look);
}

PathWatcher::~PathWatcher() = default;

void PathWatcher::start()
{
    m_seen = identityOf(m_path);
    setPolling(m_options.polling);
    rewatch();
    m_timer.start();
}

void PathWatcher::configure(Options options)
{
    m_options = options;
    if (m_options.polling) {
        if (const QStringList points = m_watcher.files() + m_watcher.directories(); !points.isEmpty())
            m_watcher.removePaths(points);
        m_watched.clear();
    }
    setPolling(m_options.polling);
    look(); // What it has not been told of until now.
}

void PathWatcher::setPolling(bool polling)
{
    m_polling = polling;
    m_timer.setInterval(polling ? m_options.pollInterval : m_options.safetyInterval);
}

PathWatcher::Identity PathWatcher::identityOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return {};
    const auto nanoseconds = [](const timespec &time) { return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec; };
    return {found.st_dev, found.st_ino, found.st_size, nanoseconds(found.st_mtim), nanoseconds(found.st_ctim)};
}

void PathWatcher::look()
{
    // Watch first, then look: what happens in between shows as a new notification or in the look.
    rewatch();
    const Identity now = identityOf(m_path);
    if (now == m_seen)
        return; // Somebody else's file in the same folder, or the second notification of one write.
    m_seen = now;
    Q_EMIT hint();
}

void PathWatcher::rewatch()
{
    if (m_options.polling)
        return;
    QHash<QString, std::pair<quint64, quint64>> wanted;
    const QStringList points = watchPoints(m_path);
    for (const QString &point : points) {
        const Identity identity = identityOf(point);
        wanted.insert(point, {identity.device, identity.inode});
    }
    // QFileSystemWatcher keeps watching the old inode after a rename over a path: what has a new identity is re-added.
    const QStringList present = m_watcher.files() + m_watcher.directories();
    for (const QString &point : present) {
        if (!wanted.contains(point) || wanted.value(point) != m_watched.value(point))
            m_watcher.removePath(point);
    }
    bool complete = true;
    const QStringList kept = m_watcher.files() + m_watcher.directories();
    for (auto point = wanted.cbegin(); point != wanted.cend(); ++point) {
        if (!kept.contains(point.key()) && !m_watcher.addPath(point.key()) && identityOf(point.key()).inode != 0)
            complete = false; // Out of inotify watches, most likely: look often instead.
    }
    m_watched = wanted;
    if (complete == m_polling)
        setPolling(!complete);
}

} // namespace nova
