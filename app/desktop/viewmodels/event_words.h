#pragma once

#include "app/desktop/viewmodels/status_model.h"
#include "core/events/event.h"

namespace nova
{

/// What an event says, in words for people. Events come from other programs too: whatever their data holds, there is a
/// sentence.

/// "Switched", "Prompt saved", "Configuration checked", "Health", "Tasks".
[[nodiscard]] QString kindWords(EventType type);

/// What happened, in one line: "gmail switched on, by the API", "calendar cannot be reached".
[[nodiscard]] QString eventSentence(const Event &event);

/// How it is now, as far as the event tells.
[[nodiscard]] StatusModel::Mark eventMark(const Event &event);

/// What a filter looks at, folded: kind, sentence, source and every name that the event holds.
[[nodiscard]] QString eventSearchText(const Event &event, const QString &sentence);

struct EventFact {
    QString label;
    QString value;
};
/// What is worth reading of it besides the sentence: places of errors, how each server is, which task.
[[nodiscard]] QList<EventFact> eventFacts(const Event &event);

/// As other programs get it, indented.
[[nodiscard]] QString eventJson(const Event &event);

} // namespace nova
