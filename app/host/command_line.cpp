#include "app/host/command_line.h"

#include "app/host/command_help.h"
#include "core/base/closest.h"

#include <QCommandLineParser>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

tl::unexpected<Error> usage(const QString &message)
{
    return failure(ErrorCode::InvalidInput, message + u" Try --help."_s);
}

template <typename Table>
QString didYouMean(const QString &word, const Table &table, const QString &before = {})
{
    QStringList known;
    for (const auto &spec : table)
        known.append(spec.name);
    const QString meant = closest(word, known);
    return meant.isEmpty() ? QString() : u" Did you mean %1%2?"_s.arg(before, meant);
}

void addOptions(QCommandLineParser &parser)
{
    for (const OptionSpec &spec : optionTable()) {
        QStringList names{spec.name};
        if (!spec.letter.isEmpty())
            names.prepend(spec.letter);
        parser.addOption(QCommandLineOption(names, spec.text, spec.value));
    }
}

/// That each flag goes with the command, and says what it may say.
Result<void> checkOptions(const QCommandLineParser &parser, const CommandSpec *spec)
{
    for (const OptionSpec &option : optionTable()) {
        if (!parser.isSet(option.name))
            continue;
        QStringList with;
        for (const CommandSpec &command : commandTable()) {
            if (command.options.contains(option.name))
                with.append(command.name);
        }
        const bool goes = option.group == OptionSpec::Group::Command
                              ? spec && with.contains(spec->name)
                              : !spec || with.isEmpty() || with.contains(spec->name);
        if (!goes)
            return usage(u"--%1 goes with %2 %3."_s.arg(
                option.name, with.size() == 1 ? u"the command"_s : u"the commands"_s, with.join(u", "_s)));
        // The levels and formats of the log are settings, which say themselves what they may be.
        if (option.choices.isEmpty() || option.name.startsWith(u"log-"_s))
            continue;
        const QStringList values = parser.values(option.name);
        for (const QString &value : values) {
            if (!option.choices.contains(value))
                return usage(
                    u"--%1 is «%2»; it has to be one of %3."_s.arg(option.name, value, option.choices.join(u", "_s)));
        }
    }
    return {};
}

Result<int> numberOf(const QCommandLineParser &parser, const QString &option, int least, int most, const QString &what)
{
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return usage(u"--%1 takes a number %2 from %3 to %4."_s.arg(option, what).arg(least).arg(most));
    return number;
}

Result<void> readArguments(const CommandSpec &spec, const QStringList &words, CommandLine &command)
{
    if (words.size() < spec.least)
        return usage(u"«%1» needs %2."_s.arg(spec.name, spec.arguments.section(u' ', 0, 0)));
    if (words.size() > spec.most)
        return usage(u"«%1» does not take «%2»."_s.arg(spec.name, words.at(spec.most)));
    if (spec.action == CommandLine::Action::Export) {
        command.names = words;
        return {};
    }
    command.target = words.value(0);
    if (spec.action == CommandLine::Action::Toggle && words.size() == 2) {
        if (words[1] != u"on" && words[1] != u"off")
            return usage(u"«toggle» takes on or off, not «%1»."_s.arg(words[1]));
        command.enabled = words[1] == u"on";
    }
    return {};
}

Result<void> readCommand(const QCommandLineParser &parser, const CommandSpec &spec, CommandLine &command)
{
    if (const auto read = readArguments(spec, parser.positionalArguments().mid(1), command); !read)
        return read;
    command.action = spec.action;
    if (parser.isSet(u"rotate"_s))
        command.action = CommandLine::Action::RotateToken;
    command.json = parser.isSet(u"json"_s);
    command.filesAlone = parser.isSet(u"files"_s);
    command.namesAlone = parser.isSet(u"names"_s);
    command.follow = parser.isSet(u"follow"_s);
    command.types = parser.values(u"type"_s);
    command.form = parser.value(u"for"_s);
    command.output = parser.value(u"output"_s);
    command.dryRun = parser.isSet(u"dry-run"_s);
    command.headers = parser.values(u"header"_s);
    if (parser.isSet(u"timeout"_s)) {
        const auto seconds = numberOf(parser, u"timeout"_s, 1, 300, u"of seconds"_s);
        if (!seconds)
            return tl::unexpected(seconds.error());
        command.timeoutSeconds = *seconds;
    }
    if (parser.isSet(u"last"_s)) {
        const auto number = numberOf(parser, u"last"_s, 0, 1'000'000, u"of events"_s);
        if (!number)
            return tl::unexpected(number.error());
        command.last = *number;
    }
    if (command.filesAlone && !command.connect.isEmpty())
        return usage(u"--files and --connect cannot be together."_s);
    if (spec.action == CommandLine::Action::Export && command.form.isEmpty())
        return usage(u"«export» needs --for: %1."_s.arg(findOption(u"for"_s)->choices.join(u", "_s)));
    return {};
}

void readRunning(const QCommandLineParser &parser, CommandLine &command)
{
    const auto given = [&parser](const QString &option) {
        return parser.isSet(option) ? std::optional(parser.value(option)) : std::nullopt;
    };
    command.headless = parser.isSet(u"headless"_s);
    command.system = parser.isSet(u"system"_s);
    command.serve = parser.isSet(u"serve"_s) || parser.isSet(u"port"_s);
    command.authenticate = !parser.isSet(u"no-auth"_s);
    command.connect = parser.value(u"connect"_s);
    command.root = parser.value(u"root"_s);
    command.state = parser.value(u"state-dir"_s);
    command.color = given(u"color"_s).value_or(u"auto"_s);
    command.host = given(u"host"_s);
    command.port = given(u"port"_s);
    command.logLevel = given(u"log-level"_s);
    command.logFormat = given(u"log-format"_s);
}

tl::unexpected<Error> notParsed(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return usage(parser.errorText().trimmed());
    const QString &name = unknown.first();
    const QString dashes = name.size() == 1 ? u"-"_s : u"--"_s;
    return usage(u"There is no option %1%2.%3"_s.arg(dashes, name, didYouMean(name, optionTable(), u"--"_s)));
}

tl::unexpected<Error> noCommand(const QString &name)
{
    return usage(u"There is no command «%1».%2"_s.arg(name, didYouMean(name, commandTable())));
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return notParsed(parser);
    const QString program = QFileInfo(arguments.value(0)).fileName();
    QStringList words = parser.positionalArguments();
    const CommandSpec *spec = words.isEmpty() ? nullptr : findCommand(words.first());
    CommandLine command;
    readRunning(parser, command);
    if (parser.isSet(u"version"_s)) {
        command.action = CommandLine::Action::PrintVersion;
        return command;
    }
    if (!words.isEmpty() && !spec)
        return noCommand(words.first());
    const bool isHelp = spec && spec->action == CommandLine::Action::PrintHelp;
    if (isHelp || parser.isSet(u"help"_s)) {
        const QString about = isHelp ? words.value(1) : words.value(0);
        const CommandSpec *asked = findCommand(about);
        if (!about.isEmpty() && !asked)
            return noCommand(about);
        command.action = CommandLine::Action::PrintHelp;
        command.help = asked ? commandHelp(program, *asked) : overviewHelp(program);
        return command;
    }
    if (const auto checked = checkOptions(parser, spec); !checked)
        return tl::unexpected(checked.error());
    if (!spec)
        return command;
    return readCommand(parser, *spec, command).map([&] { return command; });
}

} // namespace nova
