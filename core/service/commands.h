#pragma once

#include "core/base/result.h"
#include "core/documents/version_store.h"
#include "core/events/event.h"

#include <QJsonObject>
#include <optional>

namespace nova
{

/// What can be asked of Nova, and what it answers. In every command that writes, `ifMatch` is the revision the caller
/// has seen: on another one nothing is written (ErrorCode::StaleRevision). Without it the newest text is changed.
/// In every answer `changed` is false where the text was already as asked, and `backupId` names the version that holds
/// what was replaced (empty where nothing was).

/// The texts that Nova looks after.
enum class DocumentKind { Catalog, Prompt };

/// Set or flip `enabled` of a server.
struct ToggleCommand {
    QString name;
    std::optional<bool> enabled; ///< Not given: the other of what the newest file says.
    std::optional<QString> ifMatch;
};
struct Toggled {
    QString name;
    bool enabled = false;
    bool changed = false;
    QString revision;
};

/// Add a server at the end of the catalog. `fields` as JSON values by the names of the catalog's fields.
struct AddServerCommand {
    QString name;
    QJsonObject fields;
    std::optional<QString> ifMatch;
};
/// Change fields of a server as a JSON merge patch (RFC 7396), and perhaps its name, in one save.
struct ChangeServerCommand {
    QString name;
    QJsonObject fields;
    std::optional<QString> newName;
    std::optional<QString> ifMatch;
};
struct RemoveServerCommand {
    QString name;
    std::optional<QString> ifMatch;
};
/// Put a server to another place in the file, with the comments that belong to it.
struct MoveServerCommand {
    QString name;
    std::optional<QString> before; ///< The server it shall stand in front of; not given: at the end.
    std::optional<QString> ifMatch;
};
struct ServerSaved {
    QString name;
    bool changed = false;
    QString revision;
    QString backupId;
};

/// Replace a whole text. UTF-8; what is not valid is refused.
struct SaveTextCommand {
    DocumentKind document = DocumentKind::Catalog;
    QByteArray text;
    std::optional<QString> ifMatch;
};
/// Make an earlier text the current one again.
struct RestoreCommand {
    DocumentKind document = DocumentKind::Catalog;
    QString id;
    std::optional<QString> ifMatch;
};
struct TextSaved {
    bool changed = false;
    QString revision;
    QString backupId;
};

/// A text as it is in a file, be it valid or not.
struct StoredText {
    QString id; ///< Of the version; "current" for what is in the document's file.
    QByteArray bytes;
    QString revision;
};

/// The difference of two texts. `unified` as `diff -u` writes it, without file names.
struct TextDiff {
    QString from;
    QString to;
    LineCounts lines;
    QByteArray unified;
};

/// Pass an event of another program on to everybody.
struct BroadcastCommand {
    EventType type = EventType::TaskUpdated;
    QJsonObject data;
};

} // namespace nova
