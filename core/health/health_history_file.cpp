#include "core/health/health_history_file.h"

#include "core/health/health_history_format.h"
#include "core/health/replace_file.h"
#include "core/state/state_lock.h"
#include "core/state/state_version.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr auto category = "health"_L1;
constexpr qsizetype maxSetAside = 3;
constexpr std::chrono::seconds lockPatience(2);

struct Reading {
    QByteArray bytes;
    QString problem; ///< A part of a sentence; empty if all is well.
    bool missing = false;
};

Reading readHistory(const QString &path)
{
    // O_NONBLOCK: a FIFO in place of the file must not hang the start.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        const int error = errno;
        return {{}, u"it cannot be opened: "_s + qt_error_string(error), error == ENOENT || error == ENOTDIR};
    }
    QFile file;
    struct stat standing = {};
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle) ||
        ::fstat(descriptor, &standing) != 0 || !S_ISREG(standing.st_mode))
        return {{}, u"it is not a regular file"_s};
    if (standing.st_size > maxHealthFileBytes)
        return {{}, u"it has %1 bytes, which is more than it can have"_s.arg(standing.st_size)};
    Reading reading{file.read(maxHealthFileBytes + 1), {}};
    if (file.error() != QFileDevice::NoError)
        reading.problem = u"it cannot be read: "_s + file.errorString();
    return reading;
}

} // namespace

HealthHistoryFile::HealthHistoryFile(HealthRecorder &recorder, const QString &stateFolder, Logger &logger,
                                     std::chrono::milliseconds every)
    : m_recorder(recorder)
    , m_logger(logger)
    , m_folder(stateFolder)
    , m_path(stateFolder + u"/health-history"_s)
    , m_worker(std::make_unique<Worker>(u"nova-history"_s))
{
    m_timer.callOnTimeout(&m_timer, [this] { save(); });
    m_timer.start(every);
}

HealthHistoryFile::~HealthHistoryFile()
{
    m_timer.stop();
    // A save that is under way may be of what was known before: the last word comes behind it.
    m_worker.reset();
    m_saving = false;
    m_worker = std::make_unique<Worker>(u"nova-history"_s);
    save();
    m_worker.reset();
}

void HealthHistoryFile::load()
{
    if (!m_keepOff)
        removeStraysOf(m_path);
    const Reading reading = readHistory(m_path);
    if (reading.missing)
        return;
    if (!reading.problem.isEmpty())
        return setAside(reading.problem);
    const HealthFileContent content = unwrapHealthFile(reading.bytes);
    if (content.newer)
        return leaveToNewer(content.problem);
    if (!content.problem.isEmpty())
        return setAside(content.problem);
    if (!m_recorder.restore(content.payload))
        return setAside(u"what is in it makes no sense"_s);
    m_saved = m_recorder.changes();
}

void HealthHistoryFile::setAside(const QString &problem)
{
    if (m_keepOff) {
        m_logger.warning(category, u"The history of health cannot be used: %1. It stays where it is."_s.arg(problem),
                         {{u"file"_s, m_path}});
        return;
    }
    const QFileInfo file(m_path);
    const QString stem = file.fileName() + u".damaged-"_s;
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
    const QString aside = file.absolutePath() + u'/' + stem + time;
    const bool moved = ::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(aside).constData()) == 0;
    const int error = errno;
    // What somebody may still repair is not ours to write over.
    m_keepOff = !moved;
    m_logger.warning(category,
                     moved
                         ? QString(u"The history of health cannot be used: " + problem + u". It was set aside.")
                         : QString(u"The history of health cannot be used: " + problem + u". It cannot be set aside (" +
                                   qt_error_string(error) + u"), so nothing is saved until Nova is started again."),
                     {{u"file"_s, m_path}, {u"set_aside_as"_s, moved ? aside : QString()}});
    const QStringList all =
        QDir(file.absolutePath()).entryList({stem + u'*'}, QDir::AllEntries | QDir::Hidden | QDir::System, QDir::Name);
    for (qsizetype i = 0; i + maxSetAside < all.size(); ++i)
        QFile::remove(file.absolutePath() + u'/' + all.at(i));
}

/// It has to be there when that Nova comes back.
void HealthHistoryFile::leaveToNewer(const QString &problem)
{
    m_keepOff = true;
    m_logger.warning(category,
                     u"The history of health was written by a newer Nova: %1. It stays as it is; what happens now is "
                     "remembered until this Nova ends."_s.arg(problem),
                     {{u"file"_s, m_path}});
}

/// Whether a newer Nova has come to the folder since. Under the lock, in the worker's thread.
bool HealthHistoryFile::isLeftToNewer()
{
    if (const QString reason = whyNotOurs(m_folder); !reason.isEmpty()) {
        m_keepOff = true;
        m_logger.warning(category, u"The history of health is not saved any more. %1"_s.arg(reason),
                         {{u"file"_s, m_path}});
        return true;
    }
    QFile file(m_path);
    const quint32 version =
        QFileInfo(m_path).isFile() && file.open(QIODevice::ReadOnly) ? healthFileVersionOf(file.read(16)) : 0;
    if (version > healthFileVersion)
        leaveToNewer(u"it has version %1, and this Nova writes version %2"_s.arg(version).arg(healthFileVersion));
    return version > healthFileVersion;
}

void HealthHistoryFile::save()
{
    m_recorder.tidy();
    const quint64 changes = m_recorder.changes();
    if (m_keepOff || changes == m_saved || m_saving.exchange(true))
        return;
    m_worker->post([this, payload = m_recorder.serialized(), changes] {
        write(payload, changes);
        m_saving = false;
    });
}

void HealthHistoryFile::write(const QByteArray &payload, quint64 changes)
{
    const auto lock = StateLock::take(m_folder, lockPatience);
    if (!lock || isLeftToNewer())
        return; // Who is migrating the folder is soon done: the next save comes.
    const QByteArray file = wrapHealthFile(payload);
    const Result<void> written =
        file.size() > maxHealthFileBytes // No start would read it.
            ? failure(ErrorCode::TooLarge, u"%1 would have %2 bytes."_s.arg(m_path).arg(file.size()), m_path)
            : replaceFile(m_path, file);
    if (written) {
        m_saved = changes;
        m_warned = false;
    } else if (!std::exchange(m_warned, true)) {
        m_logger.warning(category, u"The history of health cannot be saved; it goes on in memory."_s,
                         {{u"file"_s, m_path}, {u"reason"_s, written.error().message}});
    }
}

} // namespace nova
