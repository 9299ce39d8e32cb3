#pragma once

#include "core/base/caller.h"
#include "core/base/reply.h"
#include "core/documents/change_window.h"
#include "core/documents/document_file.h"
#include "core/documents/path_watcher.h"

#include <QTimer>
#include <optional>

namespace nova
{

class Worker;

/// How the file behind a document stands. `revision` is of the text in force, `fileRevision` of what is in the file:
/// they differ while the file is invalid, missing or unreadable and an earlier text stays in force.
struct DocumentStatus {
    enum class State { Loading, Loaded, Invalid, Missing, Unreadable };

    State state = State::Loading;
    QString path;
    QString revision;
    QString fileRevision;
    QString problem; ///< A sentence for people, empty when all is well.
    QList<Diagnostic> errors;
    QList<Diagnostic> warnings;
    bool writable = false;
    bool polling = false;
    QDateTime modified;

    bool operator==(const DocumentStatus &) const = default;
};

/// A text file that people and Nova both write: revision, watching, atomic saves. What the text means is the
/// interpreter's business.
///
/// Lives on the core thread. The worker has ended before the document goes (its owner sees to that). The slow parts
/// (reading, interpreting, saving, keeping versions) run on the worker, one after the other, so that the window never
/// waits for a disk.
class Document : public QObject
{
    Q_OBJECT

public:
    /// What happened to the file, and who did it. `before` and `after` are the texts in force: the same one where the
    /// new text is not valid or only the file's standing changed; `before` is null when there was none yet.
    struct Change {
        DocumentTextPtr before;
        DocumentTextPtr after;
        bool newBytes = false; ///< The file's bytes are others than before (or it came or went).
        Caller caller;
        QString action{};          ///< What the caller asked for, as edit() was told; empty for a save by others.
        DocumentFile::Kept kept{}; ///< The text that was replaced.
        QString identity{};        ///< Of the change: see FileReading. Empty where there is no file.
    };

    using Edit = TextEdit;
    using Edited = EditedText;

    struct Saved {
        QString revision;
        bool changed = false; ///< False where the text was already as asked.
        QString backupId{};   ///< The version that holds what was replaced.
    };

    struct Options {
        PathWatcher::Options watching{};
        ChangeWindow::Timing timing{};
        DocumentFile::Versions versions{};
        /// How long an empty, missing or unreadable file may be somebody's save half done.
        std::chrono::milliseconds patience{600};
        std::chrono::milliseconds retryInterval{100};
    };

    Document(QString path, Interpreter interpreter, Options options, Worker &worker);
    ~Document() override;

    /// Reads the file now, on this thread, and starts watching. Emits nothing. The ids of versions that were made from
    /// what a killed process left.
    QStringList start();

    /// Changes how the file is watched and how many earlier texts are kept; once it has been started.
    void configure(const PathWatcher::Options &watching, const ChangeWindow::Timing &timing, int keepVersions);

    /// Looks at the file again, as after a notification.
    void reload();

    [[nodiscard]] const DocumentStatus &status() const { return m_status; }
    /// The text in force: the newest valid one. Null if there was none yet.
    [[nodiscard]] DocumentTextPtr text() const { return m_text; }

    /// Applies `edit` to the newest text on disk and saves the result, if it is valid and `ifMatch` (where given) is
    /// the newest revision. The change is in force and published before `reply` is called. `action` is what was asked
    /// for; a "restore" is told from other edits in the versions, too.
    void edit(Edit edit, std::optional<QString> ifMatch, Caller caller, const QString &action, Reply<Saved> reply);

Q_SIGNALS:
    /// Another text is in force, or the file stands differently (see status()). State is new before this is emitted.
    void changed(const nova::Document::Change &change);

private:
    using Snapshot = DocumentFile::Snapshot;

    void take(const Snapshot &snapshot);
    void apply(const Snapshot &snapshot, const Caller &caller, const QString &action = {});
    void settle(const DocumentFile::Outcome &outcome, const Caller &caller, const QString &action,
                const Reply<Saved> &reply);

    const QString m_path;
    const Options m_options;
    DocumentFile m_file; ///< The worker's from start() on.
    Worker &m_worker;
    std::shared_ptr<Mailbox> m_mailbox; ///< Core thread.
    PathWatcher m_watcher;
    ChangeWindow m_window;
    QTimer m_retry;
    QElapsedTimer m_doubtful; ///< Since when the file looks half done.
    DocumentStatus m_status;
    DocumentTextPtr m_text;
};

} // namespace nova
