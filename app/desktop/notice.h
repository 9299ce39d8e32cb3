#pragma once

#include <QList>
#include <QString>

namespace nova
{

/// Something that can be done about a message without opening the window first.
struct NoticeAction {
    QString key; ///< "check", "restart", "pause"; «default» is the message itself.
    QString words;

    bool operator==(const NoticeAction &) const = default;
};

/// A message for the desktop: a line that says what happened, and the details under it. Plain text.
struct Notice {
    QString title;
    QString text;
    QString server{}; ///< The one it is about; empty where there is none or more than one.
    QList<NoticeAction> actions{};
    QString address{}; ///< Of the Nova that it comes from; empty for this computer's.

    bool operator==(const Notice &) const = default;
};

} // namespace nova
