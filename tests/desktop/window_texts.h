#pragma once

#include <QList>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>

namespace nova::test
{

/// One text of the sources and what it is in another language.
struct Message {
    QString context;
    QString source;
    QString text;
};

/// What translations/ has in that language; nothing where the file cannot be read.
[[nodiscard]] QList<Message> messagesOf(const QString &language);

/// Texts that begin where the line begins in English, in a window whose lines begin at the right. Code does everywhere.
[[nodiscard]] QStringList notMirrored(QQuickWindow &window);
/// Texts beside each other of which one is written over the other.
[[nodiscard]] QStringList overlappingTexts(QQuickWindow &window);
/// Texts of the window, as opposed to those of files, that do not show all of themselves.
[[nodiscard]] QStringList cutTexts(QQuickWindow &window);

} // namespace nova::test
