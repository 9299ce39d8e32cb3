#include "core/documents/document_file.h"

#include "core/documents/atomic_save.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nova
{

DocumentFile::DocumentFile(QString path, Interpreter interpreter, const Versions &versions)
    : m_path(std::move(path))
    , m_interpreter(std::move(interpreter))
    , m_versions(versions.folder.isEmpty()
                     ? std::nullopt
                     : std::make_optional<VersionStore>(versions.folder, versions.ending, versions.keep))
{
}

QStringList DocumentFile::recover()
{
    const FolderLock lock(m_path); // Nobody is in the middle of a save now.
    const QDateTime ever = QDateTime::fromMSecsSinceEpoch(0);
    QStringList recovered;
    const QList<DocumentVersion> known = m_versions ? m_versions->list() : QList<DocumentVersion>();
    const auto wasKept = [&known](const QString &id) {
        return std::any_of(known.begin(), known.end(), [&id](const auto &version) { return version.id == id; });
    };
    for (const StrayTemporary &stray : strayTemporaries(m_path)) {
        if (m_versions && stray.mayBeReplacedText) {
            const auto id = m_versions->add(stray.text, readFile(m_path).bytes, u"recovered"_s, ever);
            if (!id)
                continue; // It stays where it is, for the next start.
            if (!wasKept(*id))
                recovered.append(*id);
        }
        QFile::remove(stray.path);
    }
    if (m_versions)
        m_versions->removeStrays();
    return recovered;
}

void DocumentFile::setKeep(int keep)
{
    if (m_versions)
        m_versions->setKeep(keep);
}

/// `m_newest` spares the interpreting of a text that is the same still.
DocumentFile::Snapshot DocumentFile::look()
{
    Snapshot snapshot{readFile(m_path), {}, false, {}};
    if (snapshot.reading.status == FileStatus::Present) {
        const QByteArray bytes = std::exchange(snapshot.reading.bytes, {});
        const QString &revision = snapshot.reading.revision;
        snapshot.text = m_newest && m_newest->revision == revision
                            ? m_newest
                            : std::make_shared<DocumentText>(DocumentText{bytes, revision, m_interpreter(bytes)});
    }
    const FileStatus status = snapshot.reading.status;
    const bool nothing = status == FileStatus::Missing || status == FileStatus::Unreadable ||
                         (snapshot.text && snapshot.text->bytes.isEmpty());
    snapshot.halfDone = nothing && m_hadText;
    return snapshot;
}

DocumentFile::Snapshot DocumentFile::read(bool patient)
{
    Snapshot snapshot = look();
    snapshot.halfDone = snapshot.halfDone && patient;
    if (!snapshot.halfDone)
        take(snapshot);
    return snapshot;
}

void DocumentFile::take(Snapshot &snapshot)
{
    const bool isNewest = m_newest && snapshot.text == m_newest;
    if (m_inFile && !isNewest) {
        m_replaced = m_newest;
        m_replacedSince = m_newestSince;
    }
    keepReplaced(snapshot);
    if (!isNewest && snapshot.text && snapshot.text->meaning->valid())
        m_newest = snapshot.text;
    const bool inFile = m_newest && snapshot.text == m_newest;
    if (inFile && (!m_inFile || !isNewest))
        m_newestSince = QDateTime::currentDateTimeUtc();
    m_inFile = inFile;
    m_hadText = snapshot.text && !snapshot.text->bytes.isEmpty();
}

void DocumentFile::keepReplaced(Snapshot &snapshot)
{
    if (snapshot.text == m_replaced)
        m_replaced.reset(); // It is back.
    // A folder that is gone with the file is not made again: whoever moved it away has the text, or brings it back.
    if (!m_replaced || !m_versions || !QFileInfo(QFileInfo(m_path).path()).isDir())
        return;
    const QByteArray next = snapshot.text ? snapshot.text->bytes : QByteArray();
    const auto id = m_versions->add(m_replaced->bytes, next, u"file"_s, m_replacedSince);
    if (id) {
        snapshot.kept.id = *id;
        m_replaced.reset();
    } else {
        snapshot.kept.problem = id.error().message; // Tried again at the next change.
    }
}

DocumentFile::Outcome DocumentFile::edit(const TextEdit &edit, const std::optional<QString> &ifMatch,
                                         const QString &cause)
{
    // Without If-Match the edit is about one thing, not about the whole text: another save in between means that it is
    // made again on the newer text. A few times; whoever saves faster than that is a program gone wild.
    Outcome outcome;
    for (int tries = 0; tries < 5; ++tries) {
        const FolderLock lock(m_path);
        Kept kept = std::move(outcome.base.kept);
        outcome = {};
        outcome.base = look();
        take(outcome.base);
        if (outcome.base.kept.id.isEmpty())
            outcome.base.kept = std::move(kept);
        outcome.result = tryEdit(outcome, edit, ifMatch, cause);
        if (outcome.result || outcome.result.error().code != ErrorCode::StaleRevision || ifMatch)
            break;
    }
    return outcome;
}

Result<bool> DocumentFile::tryEdit(Outcome &outcome, const TextEdit &edit, const std::optional<QString> &ifMatch,
                                   const QString &cause)
{
    const FileReading &reading = outcome.base.reading;
    if (reading.status == FileStatus::Unreadable || reading.status == FileStatus::TooLarge)
        return failure(ErrorCode::Conflict, reading.problem, m_path);
    if (ifMatch && *ifMatch != reading.revision)
        return failure(ErrorCode::StaleRevision,
                       u"%1 was changed in the meantime: its revision is now %2."_s.arg(m_path, reading.revision),
                       m_path);
    const DocumentText nothing{{}, {}, m_interpreter({})};
    const DocumentText &base = outcome.base.text ? *outcome.base.text : nothing;
    const Result<EditedText> edited = edit(base);
    if (!edited)
        return tl::unexpected(edited.error());
    const QByteArray &bytes = edited->bytes;
    if (outcome.base.text && bytes == base.bytes) {
        outcome.saved = outcome.base;
        return false;
    }
    if (bytes.size() > maxDocumentBytes)
        return failure(ErrorCode::TooLarge,
                       u"The text has %1 bytes; the limit is %2."_s.arg(bytes.size()).arg(maxDocumentBytes), m_path);
    const InterpretationPtr meaning = edited->meaning ? edited->meaning : m_interpreter(bytes);
    if (!meaning->valid())
        return failure(ErrorCode::InvalidInput, u"The new text is not valid: "_s + meaning->errors.first().message,
                       m_path, meaning->errors);
    if (reading.status != FileStatus::Missing && !reading.writable)
        return failure(ErrorCode::ManagedElsewhere,
                       u"%1 is managed elsewhere: Nova may not write it. Change it at its source."_s.arg(m_path),
                       m_path);

    Kept kept;
    if (m_versions && outcome.base.text) {
        const auto id = m_versions->add(base.bytes, bytes, cause);
        if (!id)
            return failure(
                id.error().code,
                u"%1 was not saved, because the text before it cannot be kept: %2"_s.arg(m_path, id.error().message),
                m_path);
        kept.id = *id;
    }
    const QString revision = revisionOf(bytes);
    if (const auto saved = saveAtomically(m_path, bytes, reading.revision); !saved) {
        // Only the folder may have failed to sync: then the new text is in the file, and the one before it is kept.
        if (m_versions && readFile(m_path).revision != revision)
            m_versions->discard(kept.id);
        return tl::unexpected(saved.error());
    }
    m_newest = std::make_shared<DocumentText>(DocumentText{bytes, revision, meaning});
    m_newestSince = QDateTime::currentDateTimeUtc();
    m_inFile = true;
    m_hadText = !bytes.isEmpty();
    // The time as the watcher will find it: else our own save would come back as a file that stands differently.
    FileReading now;
    now.status = FileStatus::Present;
    now.writable = true;
    readStanding(m_path, revision, now);
    outcome.saved = {now, m_newest, false, kept};
    return true;
}

} // namespace nova
