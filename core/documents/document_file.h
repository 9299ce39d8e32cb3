#pragma once

#include "core/documents/document_text.h"
#include "core/documents/file_reading.h"
#include "core/documents/version_store.h"

#include <optional>

namespace nova
{

/// The file behind a document, and the earlier texts beside it: reading, saving, keeping what is replaced. Every call
/// blocks on the disk; one thread at a time.
///
/// It knows the newest valid text it has seen, and keeps that in the version store as soon as the file holds something
/// else, whoever wrote it.
class DocumentFile
{
public:
    struct Versions {
        QString folder; ///< Empty: earlier texts are not kept.
        QString ending; ///< Of the files in it: "yaml".
        int keep = 100;
    };

    /// What became of a text that was replaced.
    struct Kept {
        QString id;      ///< Of the version; empty if nothing had to be kept, or nothing could.
        QString problem; ///< A sentence if it could not be kept.
    };

    /// The file as it was at one moment, with its meaning where it could be read.
    struct Snapshot {
        FileReading reading;
        DocumentTextPtr text;
        bool halfDone = false; ///< Perhaps: empty, missing or unreadable where there was a text before.
        Kept kept;             ///< The text before this one.
    };

    /// An edit, what it started from and what it led to. `saved` is meaningful where `result` is true (the file was
    /// changed).
    struct Outcome {
        Snapshot base;
        Snapshot saved;
        Result<bool> result;
    };

    DocumentFile(QString path, Interpreter interpreter, const Versions &versions);

    /// Clears up after a process that was killed in the middle of a save: removes its temporary files, and keeps what
    /// is in them if it was a text that had just been replaced and is nowhere else. Takes the lock. The new versions,
    /// for the log.
    QStringList recover();

    /// From the next version on.
    void setKeep(int keep);

    /// A look at the file. A text that is gone is kept as a version, except that one `halfDone` is waited for while
    /// `patient`.
    [[nodiscard]] Snapshot read(bool patient);

    /// Applies `edit` to the newest text on disk and saves the result, if it is valid and `ifMatch` (where given) is
    /// the newest revision. What it replaces has been kept before; `cause` says why in the version's id.
    [[nodiscard]] Outcome edit(const TextEdit &edit, const std::optional<QString> &ifMatch, const QString &cause);

private:
    [[nodiscard]] Snapshot look();
    [[nodiscard]] Result<bool> tryEdit(Outcome &outcome, const TextEdit &edit, const std::optional<QString> &ifMatch,
                                       const QString &cause);
    /// Makes `snapshot` the newest, and keeps the text that it is not any more.
    void take(Snapshot &snapshot);
    void keepReplaced(Snapshot &snapshot);

    const QString m_path;
    const Interpreter m_interpreter;
    std::optional<VersionStore> m_versions;
    DocumentTextPtr m_newest;   ///< The newest valid text.
    QDateTime m_newestSince;    ///< When it was first seen in the file.
    DocumentTextPtr m_replaced; ///< A text that is in the file no more and not in the store yet.
    QDateTime m_replacedSince;
    bool m_inFile = false;  ///< Whether the file still held it at the last look.
    bool m_hadText = false; ///< Whether the file held anything at the last look.
};

} // namespace nova
