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
    QString cause;    ///< Who replaced it: "ui", "api", "file", "remote" or "restore".
    QString revision; ///< The first 12 characters.
    LineCounts lines; ///< What the text that replaced it added and removed.
    qint64 bytes = 0;

    bool operator==(const DocumentVersion &) const = default;
};

/// The earlier texts of one document: a file each (mode 0600) in a folder of their own, the newest `keep` of them.
/// Every function looks at the folder anew, so that several processes may use it. Blocks on the disk.
class VersionStore
{
public:
    /// `folder` is made when there is something to keep. `ending` is that of the files: "yaml".
    VersionStore(QString folder, QString ending, int keep);

    /// Keeps `text`, which `next` replaces. The same text as the newest one kept is not kept again.
    [[nodiscard]] Result<void> add(const QByteArray &text, const QByteArray &next, const QString &cause,
                                   const QDateTime &time) const;

    /// Newest first.
    [[nodiscard]] QList<DocumentVersion> list() const;

    /// The text of a version. An id that is none of ours is not found, whatever it names.
    [[nodiscard]] Result<QByteArray> read(const QString &id) const;

    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    [[nodiscard]] QString pathOf(const QString &id) const;
    [[nodiscard]] std::optional<DocumentVersion> parse(const QString &id) const;
    void prune() const;

    const QString m_folder;
    const QString m_ending;
    const int m_keep;
};

} // namespace nova
