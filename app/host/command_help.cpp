#include "app/host/command_help.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr qsizetype widest = 78;
constexpr qsizetype textColumn = 26;

QString wrapped(const QString &text, qsizetype indent)
{
    QString result, line;
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > widest) {
            result += line + u'\n' + QString(indent, u' ');
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return result + line;
}

QString row(const QString &left, const QString &text)
{
    const QString begin = u"  "_s + left;
    if (begin.size() >= textColumn)
        return begin + u'\n' + QString(textColumn, u' ') + wrapped(text, textColumn) + u'\n';
    return begin.leftJustified(textColumn) + wrapped(text, textColumn) + u'\n';
}

QString optionRow(const OptionSpec &option)
{
    QString left = (option.letter.isEmpty() ? QString() : u'-' + option.letter + u", "_s) + u"--"_s + option.name;
    if (!option.value.isEmpty())
        left += u" <"_s + option.value + u'>';
    const QString choices = option.choices.join(u", "_s);
    return row(left, choices.isEmpty() || option.text.contains(option.choices.last())
                         ? option.text
                         : u"%1 One of %2."_s.arg(option.text, choices));
}

QString groupRows(OptionSpec::Group group)
{
    QString rows;
    for (const OptionSpec &option : optionTable()) {
        if (option.group == group)
            rows += optionRow(option);
    }
    return rows;
}

} // namespace

QString overviewHelp(const QString &program)
{
    QString text = u"Usage: %1 [options]\n       %1 COMMAND [arguments] [options]\n\n"
                   "Nova Settings: MCP servers and the system prompt of your agents, the same\neverywhere. Without a "
                   "command it runs.\n\nCommands:\n"_s.arg(program);
    for (const CommandSpec &command : commandTable())
        text += row(command.name + (command.arguments.isEmpty() ? QString() : u' ' + command.arguments), command.text);
    text += u"\nTo run:\n"_s + groupRows(OptionSpec::Group::Running);
    text += u"\nAlways:\n"_s + groupRows(OptionSpec::Group::Always);
    text +=
        u"\nCommands ask the Nova that runs on the same files, and use the files alone\nwhere none runs. «%1 help "
        "COMMAND» lists the options of a command.\nExit codes: 0 fine, 1 it failed, 2 wrong usage.\n"_s.arg(program);
    return text;
}

QString commandHelp(const QString &program, const CommandSpec &command)
{
    QString text = u"Usage: %1 %2"_s.arg(program, command.name);
    if (!command.arguments.isEmpty())
        text += u' ' + command.arguments;
    text += u" [options]\n\n"_s;
    QString what = command.text;
    what[0] = what.at(0).toUpper();
    text += wrapped(what + u'.' + (command.details.isEmpty() ? QString() : u' ' + command.details), 0) + u"\n\n"_s;
    if (!command.options.isEmpty())
        text += u"Options:\n"_s;
    for (const QString &name : command.options)
        text += optionRow(*findOption(name));
    text += u"\nAlways:\n"_s + groupRows(OptionSpec::Group::Always);
    return text + u"\nExample:\n  %1 %2\n"_s.arg(program, command.example);
}

} // namespace nova
