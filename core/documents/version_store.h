#pragma once

#include "core/base/result.h"
#include "core/documents/line_diff.h"

#include <QDateTime>
#include <optional>

namespace nova
{

/// An earlier text of a document, as its file name tells it.
struct DocumentVersion {
    QString id;       ///< Also the file's name, without its ending.
    QDateTime time;   ///< When it was replaced; UTC.
    QString cause;    ///< What replaced it: "ui", "api", "file", "remote", "restore" or "recovered".
    QString revision; ///< The first 12 characters.
    LineCounts lines; ///< What the text that replaced it added and removed.
    qint64 bytes = 0;

    bool operator==(const DocumentVersion &) const = default;
};

/// The earlier texts of one document: a file each (mode 0600) in a folder of their own, the newest `keep` of them.
/// Every function looks at the folder anew, so that several processes may use it, and copies are the same store.
/// Blocks on the disk.
class VersionStore
{
public:
    /// `folder` is made when there is something to keep. `ending` is that of the files: "yaml".
    VersionStore(QString folder, QString ending, int keep);

    void setKeep(int keep) { m_keep = keep; }

    /// Keeps `text`, which `next` replaces now; the id of the version. A text that was kept after `since` (by another
    /// process that saw it replaced) is not kept again.
    [[nodiscard]] Result<QString> add(const QByteArray &text, const QByteArray &next, const QString &cause,
                                      const QDateTime &since = {}) const;

    /// Takes a version back that add() has just made. An empty id is none.
    void discard(const QString &id) const;

    /// Newest first.
    [[nodiscard]] QList<DocumentVersion> list() const;

    /// The text of a version. An id that is none of ours is not found, whatever it names; a file whose text is not the
    /// one that was kept is a conflict.
    [[nodiscard]] Result<QByteArray> read(const QString &id) const;

    /// Removes what a killed process left unfinished.
    void removeStrays() const;

private:
    /// Newest first.
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] QString pathOf(const QString &id) const;
    [[nodiscard]] std::optional<DocumentVersion> parse(const QString &id) const;
    [[nodiscard]] Result<void> makeFolder() const;

    QString m_folder;
    QString m_ending;
    int m_keep;
};

} // namespace nova
