#pragma once

#include <QAccessible>
#include <QList>
#include <QQuickItem>
#include <QQuickWindow>

namespace nova::test
{

/// One thing in the window as a screen reader is told of it.
struct Heard {
    QQuickItem *item = nullptr;
    QAccessible::Role role = QAccessible::NoRole;
    QString name;
    QString description;
    QAccessible::State state;
    QString where; ///< The names of what it is in, for messages and to tell rows apart.

    [[nodiscard]] bool isControl() const;
    /// For messages.
    [[nodiscard]] QString words() const;
};

/// All that is told of a window; of the dialog alone, where one is open.
[[nodiscard]] QList<Heard> everythingIn(QQuickWindow &window);
/// What is told of one item: the item itself, whether or not it says anything.
[[nodiscard]] Heard heardOf(QQuickItem &item);

} // namespace nova::test
