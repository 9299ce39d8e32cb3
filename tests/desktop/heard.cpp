#include "tests/desktop/heard.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{

Heard heardOf(QAccessibleInterface &told, const QString &where)
{
    return {qobject_cast<QQuickItem *>(told.object()), told.role(),  told.text(QAccessible::Name),
            told.text(QAccessible::Description),       told.state(), where};
}

void collect(QAccessibleInterface &told, const QString &where, QList<Heard> &all)
{
    for (int i = 0; i < told.childCount(); ++i) {
        QAccessibleInterface *child = told.child(i);
        if (!child || child->state().invisible)
            continue;
        const Heard heard = heardOf(*child, where);
        if (heard.role != QAccessible::Client)
            all.append(heard);
        collect(*child, heard.name.isEmpty() ? where : QString(where + u'/' + heard.name), all);
    }
}

/// The dialog on top; null where there is none.
QAccessibleInterface *dialogIn(QAccessibleInterface &told)
{
    for (int i = told.childCount() - 1; i >= 0; --i) {
        QAccessibleInterface *child = told.child(i);
        if (!child || child->state().invisible)
            continue;
        if (child->role() == QAccessible::Dialog)
            return child;
        if (QAccessibleInterface *found = dialogIn(*child))
            return found;
    }
    return nullptr;
}

} // namespace

bool Heard::isControl() const
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::List:
    case QAccessible::Link:
        return true;
    default:
        return false;
    }
}

QString Heard::words() const
{
    const QString kind = QLatin1StringView(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role));
    const QString object =
        item ? QString(QLatin1StringView(item->metaObject()->className()) + u' ' + item->objectName()) : QString();
    return u"%1 “%2” (%3) in %4"_s.arg(kind, name, object, where);
}

QList<Heard> everythingIn(QQuickWindow &window)
{
    QList<Heard> all;
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&window);
    if (!root)
        return all;
    if (QAccessibleInterface *dialog = dialogIn(*root)) {
        all.append(heardOf(*dialog, {}));
        root = dialog;
    }
    collect(*root, {}, all);
    return all;
}

Heard heardOf(QQuickItem &item)
{
    if (QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&item))
        return heardOf(*told, {});
    Heard nothing;
    nothing.item = &item;
    return nothing;
}

} // namespace nova::test
