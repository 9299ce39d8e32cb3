#include "core/documents/document.h"

#include "core/base/worker.h"
#include "core/documents/atomic_save.h"

#include <QFileInfo>

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

/// The file as it was at one moment, with its meaning where it could be read.
struct Document::Snapshot {
    FileReading reading;
    DocumentTextPtr text;
};

struct Document::EditOutcome {
    Snapshot base;
    Snapshot saved; ///< Meaningful where `result` is a success.
    Result<Saved> result;
};

Document::Document(QString path, Interpreter interpreter, Options options, Worker &worker)
    : m_path(std::move(path))
    , m_interpreter(std::move(interpreter))
    , m_options(options)
    , m_worker(worker)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_watcher(m_path, options.watching)
    , m_window(options.timing)
{
    m_status.path = m_path;
    m_retry.setSingleShot(true);
    m_retry.setInterval(options.retryInterval);
    connect(&m_watcher, &PathWatcher::hint, &m_window, &ChangeWindow::hint);
    connect(&m_window, &ChangeWindow::settled, this, &Document::reload);
    connect(&m_retry, &QTimer::timeout, this, &Document::reload);
}

Document::~Document() = default;

void Document::start()
{
    removeStrayTemporaries(m_path);
    m_watcher.start();
    const QSignalBlocker quiet(this);
    apply(read(m_path, m_interpreter, m_text), {Origin::File, u"editor"_s});
}

void Document::reload()
{
    m_worker.post(
        [this, path = m_path, interpreter = m_interpreter, known = m_text, mailbox = std::weak_ptr(m_mailbox)] {
            Snapshot snapshot = read(path, interpreter, known);
            if (const auto core = mailbox.lock())
                core->post([this, snapshot = std::move(snapshot)] { take(snapshot); });
        });
}

void Document::edit(Edit edit, std::optional<QString> ifMatch, Caller caller, Reply<Saved> reply)
{
    m_worker.post([this, path = m_path, interpreter = m_interpreter, known = m_text, mailbox = std::weak_ptr(m_mailbox),
                   edit = std::move(edit), ifMatch = std::move(ifMatch), caller = std::move(caller),
                   reply = std::move(reply)] {
        EditOutcome outcome = perform(path, interpreter, known, edit, ifMatch);
        if (const auto core = mailbox.lock())
            core->post([this, outcome = std::move(outcome), caller, reply] { settle(outcome, caller, reply); });
        else
            reply(failure(ErrorCode::Unavailable, u"Nova Settings is closing."_s));
    });
}

/// `known` spares the interpreting of a text that is the same still.
Document::Snapshot Document::read(const QString &path, const Interpreter &interpreter, const DocumentTextPtr &known)
{
    Snapshot snapshot{readFile(path), nullptr};
    if (snapshot.reading.status == FileStatus::Present) {
        const QByteArray bytes = std::exchange(snapshot.reading.bytes, {});
        if (known && known->revision == snapshot.reading.revision)
            snapshot.text = known;
        else
            snapshot.text =
                std::make_shared<DocumentText>(DocumentText{bytes, snapshot.reading.revision, interpreter(bytes)});
    }
    return snapshot;
}

Document::EditOutcome Document::perform(const QString &path, const Interpreter &interpreter,
                                        const DocumentTextPtr &known, const Edit &edit,
                                        const std::optional<QString> &ifMatch)
{
    // Without If-Match the edit is about one thing, not about the whole text: another save in between means that it is
    // made again on the newer text. A few times; whoever saves faster than that is a program gone wild.
    EditOutcome outcome;
    for (int tries = 0; tries < 5; ++tries) {
        const FolderLock lock(path);
        outcome = {read(path, interpreter, known), {}, Saved{}};
        const FileReading &reading = outcome.base.reading;
        if (reading.status == FileStatus::Unreadable || reading.status == FileStatus::TooLarge) {
            outcome.result = failure(ErrorCode::Conflict, reading.problem, path);
            return outcome;
        }
        if (ifMatch && *ifMatch != reading.revision) {
            outcome.result =
                failure(ErrorCode::StaleRevision,
                        u"%1 was changed in the meantime: its revision is now %2."_s.arg(path, reading.revision), path);
            return outcome;
        }
        const DocumentText nothing{{}, {}, interpreter({})};
        const DocumentText &base = outcome.base.text ? *outcome.base.text : nothing;
        const Result<Edited> edited = edit(base);
        if (!edited) {
            outcome.result = tl::unexpected(edited.error());
            return outcome;
        }
        const QByteArray &bytes = edited->bytes;
        if (outcome.base.text && bytes == base.bytes) {
            outcome.saved = outcome.base;
            outcome.result = Saved{base.revision, false};
            return outcome;
        }
        if (bytes.size() > maxDocumentBytes) {
            outcome.result =
                failure(ErrorCode::TooLarge,
                        u"The text has %1 bytes; the limit is %2."_s.arg(bytes.size()).arg(maxDocumentBytes), path);
            return outcome;
        }
        const InterpretationPtr meaning = edited->meaning ? edited->meaning : interpreter(bytes);
        if (!meaning->valid()) {
            outcome.result =
                failure(ErrorCode::InvalidInput, u"The new text is not valid: "_s + meaning->errors.first().message,
                        path, meaning->errors);
            return outcome;
        }
        if (!(reading.status == FileStatus::Missing) && !reading.writable) {
            outcome.result =
                failure(ErrorCode::ManagedElsewhere,
                        u"%1 is managed elsewhere: Nova may not write it. Change it at its source."_s.arg(path), path);
            return outcome;
        }
        const Result<void> saved = saveAtomically(path, bytes, reading.revision);
        if (saved) {
            outcome.saved.text = std::make_shared<DocumentText>(DocumentText{bytes, revisionOf(bytes), meaning});
            // The time as the watcher will find it: else our own save would come back as a file that stands
            // differently.
            const QDateTime modified =
                QDateTime::fromSecsSinceEpoch(QFileInfo(path).lastModified().toSecsSinceEpoch(), Qt::UTC);
            outcome.saved.reading = {FileStatus::Present, {}, outcome.saved.text->revision, {}, true, modified};
            outcome.result = Saved{outcome.saved.text->revision, true};
            return outcome;
        }
        outcome.result = tl::unexpected(saved.error());
        if (saved.error().code != ErrorCode::StaleRevision || ifMatch)
            return outcome;
    }
    return outcome;
}

bool Document::mayBeHalfDone(const Snapshot &snapshot) const
{
    const FileStatus status = snapshot.reading.status;
    const bool doubtful = status == FileStatus::Missing || status == FileStatus::Unreadable ||
                          (snapshot.text && snapshot.text->bytes.isEmpty());
    const bool hadText =
        m_status.state == DocumentStatus::State::Loaded || m_status.state == DocumentStatus::State::Invalid;
    return doubtful && hadText && snapshot.reading.revision != m_status.fileRevision;
}

void Document::take(const Snapshot &snapshot)
{
    if (mayBeHalfDone(snapshot)) {
        if (!m_doubtful.isValid())
            m_doubtful.start();
        if (m_doubtful.elapsed() < m_options.patience.count()) {
            m_retry.start();
            return;
        }
    }
    m_doubtful.invalidate();
    apply(snapshot, {Origin::File, u"editor"_s});
}

void Document::settle(const EditOutcome &outcome, const Caller &caller, const Reply<Saved> &reply)
{
    // What the edit was based on may be a save that the watcher has not come to yet: it came first, so it is told
    // first.
    if (outcome.base.text)
        apply(outcome.base, {Origin::File, u"editor"_s});
    if (outcome.result && outcome.result->changed)
        apply(outcome.saved, caller);
    reply(outcome.result);
}

void Document::apply(const Snapshot &snapshot, const Caller &caller)
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
    Q_EMIT changed({before, m_text, newBytes, caller});
}

} // namespace nova
