#include "app/desktop/viewmodels/setting_words.h"

#include "core/redis/redis_url_mask.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

bool isCommand(const Setting &setting)
{
    return setting.name == u"restart.command"_s;
}

QString commandText(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words) {
        const bool needsQuotes = word.isEmpty() || word.contains(u' ') || word.contains(u'"');
        quoted.append(needsQuotes ? QString(u'"' + QString(word).replace(u"\""_s, u"\"\"\""_s) + u'"') : word);
    }
    return quoted.join(u' ');
}

} // namespace

QString groupWords(const QString &group)
{
    static const QMap<QString, const char *> titles{
        {u"desktop"_s, QT_TRANSLATE_NOOP("Settings", "Appearance and tray")},
        {u"server"_s, QT_TRANSLATE_NOOP("Settings", "Web page")},
        {u"redis"_s, QT_TRANSLATE_NOOP("Settings", "Other machines")},
        {u"health"_s, QT_TRANSLATE_NOOP("Settings", "Health")},
        {u"restart"_s, QT_TRANSLATE_NOOP("Settings", "Restart")},
        {u"watch"_s, QT_TRANSLATE_NOOP("Settings", "Files and backups")},
        {u"backups"_s, QT_TRANSLATE_NOOP("Settings", "Files and backups")},
        {u"log"_s, QT_TRANSLATE_NOOP("Settings", "Log")}};
    return titles.contains(group) ? say(titles.value(group)) : group;
}

QString choiceWords(const QString &setting, const QString &choice)
{
    static const QMap<QString, const char *> words{
        {u"desktop.theme=system"_s, QT_TRANSLATE_NOOP("Settings", "As the desktop")},
        {u"desktop.theme=light"_s, QT_TRANSLATE_NOOP("Settings", "Light")},
        {u"desktop.theme=dark"_s, QT_TRANSLATE_NOOP("Settings", "Dark")},
        {u"desktop.language=system"_s, QT_TRANSLATE_NOOP("Settings", "As the system")},
        {u"desktop.contrast=normal"_s, QT_TRANSLATE_NOOP("Settings", "Normal")},
        {u"desktop.contrast=high"_s, QT_TRANSLATE_NOOP("Settings", "High")},
        {u"log.level=debug"_s, QT_TRANSLATE_NOOP("Settings", "Everything")},
        {u"log.level=info"_s, QT_TRANSLATE_NOOP("Settings", "Information")},
        {u"log.level=warning"_s, QT_TRANSLATE_NOOP("Settings", "Warnings")},
        {u"log.level=error"_s, QT_TRANSLATE_NOOP("Settings", "Errors")},
        {u"log.format=json"_s, QT_TRANSLATE_NOOP("Settings", "JSON")},
        {u"log.format=console"_s, QT_TRANSLATE_NOOP("Settings", "Console")}};
    // Whoever looks for a language knows its own name of it.
    static const QMap<QString, QString> languages{
        {u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}, {u"ar"_s, u"العربية"_s}};
    if (setting == u"desktop.language"_s && languages.contains(choice))
        return languages.value(choice);
    const QString key = setting + u'=' + choice;
    return words.contains(key) ? say(words.value(key)) : choice;
}

QString textOf(const Setting &setting, const QStringList &values)
{
    if (setting.kind == Setting::Kind::Switch)
        return values.value(0, u"false"_s);
    if (isCommand(setting))
        return commandText(values);
    return setting.isList() ? values.join(u", "_s) : values.value(0);
}

QStringList valuesFrom(const Setting &setting, const QString &text)
{
    if (isCommand(setting))
        return QProcess::splitCommand(text);
    if (!setting.isList())
        return {text.trimmed()};
    QStringList values;
    const QStringList pieces = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &piece : pieces) {
        if (const QString value = piece.trimmed(); !value.isEmpty() && !values.contains(value))
            values.append(value);
    }
    return values;
}

QString shownText(const Setting &setting, const QStringList &values)
{
    const QString text = textOf(setting, values);
    if (setting.kind == Setting::Kind::Switch)
        return text == u"true" ? say(QT_TRANSLATE_NOOP("Settings", "on")) : say(QT_TRANSLATE_NOOP("Settings", "off"));
    if (setting.kind == Setting::Kind::Choice)
        return choiceWords(setting.name, text);
    if (text.isEmpty())
        return setting.isList() ? say(QT_TRANSLATE_NOOP("Settings", "none"))
                                : say(QT_TRANSLATE_NOOP("Settings", "empty"));
    return setting.secret ? maskedRedisUrl(text) : text;
}

QString expectationWords(const Setting &setting)
{
    if (setting.kind == Setting::Kind::Number)
        return say(QT_TRANSLATE_NOOP("Settings", "A whole number from %1 to %2.")).arg(setting.least).arg(setting.most);
    if (setting.name == u"redis.url"_s)
        return say(QT_TRANSLATE_NOOP("Settings", "Empty, or redis://[user:password@]host[:port][/database], or "
                                                 "unix:///path."));
    if (setting.name == u"redis.channel"_s)
        return say(QT_TRANSLATE_NOOP("Settings", "1 to 200 characters."));
    if (setting.name == u"server.host"_s)
        return say(QT_TRANSLATE_NOOP("Settings", "An IP address of this machine, or localhost."));
    return say(QT_TRANSLATE_NOOP("Settings", "It has to be %1.")).arg(setting.expects);
}

} // namespace nova
