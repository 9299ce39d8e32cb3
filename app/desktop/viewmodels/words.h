#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace nova
{

struct Event;

/// Short phrases that several view models and the notifications share, so that the same thing has the same name
/// everywhere on a screen.

/// Where an event came from: "in the file", "by the API", "on nova-2"; empty for this window's own doings.
[[nodiscard]] QString originWords(const Event &event);

/// "2 lines added, 1 removed" from an event `prompt_updated`.
[[nodiscard]] QString changedLinesWords(const QJsonObject &data);

/// "gmail", "gmail and notes", "gmail, notes and search", "gmail, notes and 3 more".
[[nodiscard]] QString namesWords(const QStringList &names);

/// "812 bytes", "1.4 KB", "1.0 MB".
[[nodiscard]] QString sizeWords(qint64 bytes);

/// "10:42", as people write it where they live.
[[nodiscard]] QString clockWords(QTime time);

/// "just now", "5 minutes ago", "today at 10:42", "yesterday at 10:42", "12 May 2026".
[[nodiscard]] QString agoWords(const QDateTime &time, const QDateTime &now);

} // namespace nova
