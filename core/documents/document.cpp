#include "core/documents/document.h"

#include "core/base/worker.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString problemCode(FileStatus status)
{
    switch (status) {
    case FileStatus::Missing:
        return u"file_missing"_s;
    case FileStatus::TooLarge:
        return u"too_large"_s;
    case FileStatus::Unreadable:
    case FileStatus::Present:
        break;
    }
    return u"file_unreadable"_s;
}

} // namespace

Document::Document(QString path, Interpreter interpreter, Options options, Worker &worker)
    : m_path(std::move(path))
    , m_options(std::move(options))
    , m_file(m_path, std::move(interpreter), m_options.versions)
    , m_worker(worker)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_watcher(m_path, m_options.watching)
    , m_window(m_options.timing)
{
    m_status.path = m_path;
    m_retry.setSingleShot(true);
    m_retry.setInterval(m_options.retryInterval);
    connect(&m_watcher, &PathWatcher::hint, &m_window, &ChangeWindow::hint);
    connect(&m_window, &ChangeWindow::settled, this, &Document::reload);
    connect(&m_retry, &QTimer::timeout, this, &Document::reload);
}

Document::~Document() = default;

QStringList Document::start()
{
    const QStringList recovered = m_file.recover();
    m_watcher.start();
    const QSignalBlocker quiet(this);
    apply(m_file.read(false), {Origin::File, u"editor"_s});
    return recovered;
}

void Document::configure(const PathWatcher::Options &watching, const ChangeWindow::Timing &timing, int keepVersions)
{
    m_watcher.configure(watching);
    m_window.setTiming(timing);
    m_worker.post([this, keepVersions] { m_file.setKeep(keepVersions); });
}

void Document::reload()
{
    const bool patient = !m_doubtful.isValid() || m_doubtful.elapsed() < m_options.patience.count();
    m_worker.post([this, patient, mailbox = std::weak_ptr(m_mailbox)] {
        Snapshot snapshot = m_file.read(patient);
        if (const auto core = mailbox.lock())
            core->post([this, snapshot = std::move(snapshot)] { take(snapshot); });
    });
}

void Document::edit(Edit edit, std::optional<QString> ifMatch, Caller caller, const QString &action, Reply<Saved> reply)
{
    m_worker.post([this, mailbox = std::weak_ptr(m_mailbox), edit = std::move(edit), ifMatch = std::move(ifMatch),
                   caller = std::move(caller), action, reply = std::move(reply)] {
        const QString cause = action == u"restore" ? action : toString(caller.origin);
        DocumentFile::Outcome outcome = m_file.edit(edit, ifMatch, cause);
        if (const auto core = mailbox.lock())
            core->post([this, outcome = std::move(outcome), caller, action, reply] {
                settle(outcome, caller, action, reply);
            });
        else
            reply(failure(ErrorCode::Unavailable, u"Nova Settings is closing."_s));
    });
}

void Document::take(const Snapshot &snapshot)
{
    if (snapshot.halfDone) {
        if (!m_doubtful.isValid())
            m_doubtful.start();
        m_retry.start();
        return;
    }
    m_doubtful.invalidate();
    apply(snapshot, {Origin::File, u"editor"_s});
}

void Document::settle(const DocumentFile::Outcome &outcome, const Caller &caller, const QString &action,
                      const Reply<Saved> &reply)
{
    // What the edit was based on may be a save that the watcher has not come to yet: it came first, so it is told
    // first.
    if (outcome.base.text)
        apply(outcome.base, {Origin::File, u"editor"_s});
    if (!outcome.result) {
        reply(tl::unexpected(outcome.result.error()));
        return;
    }
    if (*outcome.result)
        apply(outcome.saved, caller, action);
    reply(Saved{outcome.saved.reading.revision, *outcome.result, outcome.saved.kept.id});
}

void Document::apply(const Snapshot &snapshot, const Caller &caller, const QString &action)
{
    using State = DocumentStatus::State;
    const FileReading &reading = snapshot.reading;
    const bool valid = snapshot.text && snapshot.text->meaning->valid();
    const bool newBytes = reading.revision != m_status.fileRevision;

    DocumentStatus status;
    status.path = m_path;
    status.fileRevision = reading.revision;
    status.modified = reading.modified;
    status.problem = reading.problem;
    status.writable = reading.writable;
    status.polling = m_watcher.isPolling();
    if (snapshot.text) {
        status.errors = snapshot.text->meaning->errors;
        status.warnings = snapshot.text->meaning->warnings;
        if (!valid)
            status.problem = status.errors.first().message;
    } else {
        status.errors = {{Diagnostic::Severity::Error, problemCode(reading.status), reading.problem}};
    }
    status.state = valid                                      ? State::Loaded
                   : reading.status == FileStatus::Missing    ? State::Missing
                   : reading.status == FileStatus::Unreadable ? State::Unreadable
                                                              : State::Invalid;

    const DocumentTextPtr before = m_text;
    if (valid && (!m_text || m_text->revision != snapshot.text->revision))
        m_text = snapshot.text;
    status.revision = m_text ? m_text->revision : QString();
    if (status == m_status)
        return;
    m_status = std::move(status);
    Q_EMIT changed({before, m_text, newBytes, caller, action, snapshot.kept, reading.identity});
}

} // namespace nova
