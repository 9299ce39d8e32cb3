#pragma once

#include "core/catalog/catalog.h"
#include "core/transfer/foreign_form.h"

#include <QJsonObject>
#include <optional>

namespace nova
{

/// A server as another program has it, in the words of the catalog.
struct ForeignServer {
    QString name; ///< As it is called there; it may be none of ours.
    QString url;  ///< With our `${NAME}`s; empty where there is an obstacle.
    QString description;
    bool enabled = true;
    QList<HeaderTemplate> headers; ///< Secrets that stood there are variables here.
    QStringList variables;         ///< That have to be set where Nova runs.
    QStringList notes;             ///< What became of it, a sentence each.
    QString obstacle;              ///< Why it has no place in the catalog; empty where it has.
    QString place;                 ///< The project it belongs to; empty where it belongs to none.
    int line = 0;                  ///< Of the entry in the text.

    /// The fields of an AddServerCommand.
    [[nodiscard]] QJsonObject fields() const;
};

struct ForeignConfig {
    std::optional<ForeignForm> form; ///< Where the text tells whose it is.
    QList<ForeignServer> servers;    ///< In the order of the text.

    [[nodiscard]] QString title() const; ///< "Claude Desktop"; empty where it is not known.
};

/// What is larger is not a list of servers.
constexpr qsizetype maxForeignBytes = 1024 * 1024;
/// But for the file in which Claude Code keeps everything it remembers.
constexpr qsizetype maxClaudeStateBytes = 16 * 1024 * 1024;

/// Reads `mcpServers` or `servers` JSON, a file of one of those programs or a piece of one as their manuals print it.
/// `form` is whose it is, where that is known. Errors have line and column. Pure.
[[nodiscard]] Result<ForeignConfig> readForeign(const QByteArray &text, std::optional<ForeignForm> form = {},
                                                qsizetype maxBytes = maxForeignBytes);

/// Whether a text that somebody pasted or dropped looks as if it were meant for readForeign().
[[nodiscard]] bool looksForeign(const QByteArray &text);

/// Whose file it is by its name and folder, where those tell.
[[nodiscard]] std::optional<ForeignForm> formOfPath(const QString &path);

} // namespace nova
