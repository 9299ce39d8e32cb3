#include "app/host/command_line.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

tl::unexpected<Error> usage(const QString &message)
{
    return failure(ErrorCode::InvalidInput, message + u" Try --help."_s);
}

Result<void> readCommand(const QStringList &words, bool rotate, CommandLine &command)
{
    if (words.isEmpty())
        return {};
    const QString &name = words.first();
    qsizetype most = 1;
    if (name == u"token") {
        command.action = rotate ? CommandLine::Action::RotateToken : CommandLine::Action::PrintToken;
    } else if (name == u"list") {
        command.action = CommandLine::Action::List;
    } else if (name == u"validate") {
        command.action = CommandLine::Action::Validate;
        command.file = words.value(1);
        most = 2;
    } else if (name == u"probe") {
        command.action = CommandLine::Action::Probe;
        command.target = words.value(1);
        most = 2;
        if (command.target.isEmpty())
            return usage(u"«probe» needs the address or the name of a server."_s);
    } else if (name == u"restart") {
        command.action = CommandLine::Action::Restart;
        command.target = words.value(1);
        most = 2;
        if (command.target.isEmpty())
            return usage(u"«restart» needs the name of a service."_s);
    } else {
        return usage(u"There is no command «%1»."_s.arg(name));
    }
    if (words.size() > most)
        return usage(u"«%1» does not take «%2»."_s.arg(name, words.at(most)));
    return {};
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    const QCommandLineOption headless(u"headless"_s, u"Serve the web UI without opening a window."_s);
    const QCommandLineOption serve(u"serve"_s, u"Serve the web UI beside the window."_s);
    const QCommandLineOption connect(u"connect"_s, u"Show the Nova of another machine in the window."_s, u"address"_s);
    const QCommandLineOption system(
        u"system"_s, u"Use the folders of the system service, /etc/nova-settings and /var/lib/nova-settings."_s);
    const QCommandLineOption root(u"root"_s, u"The folder with configs/ and prompts/."_s, u"folder"_s);
    const QCommandLineOption state(u"state-dir"_s, u"The folder for the token and the log."_s, u"folder"_s);
    const QCommandLineOption host(u"host"_s, u"The address to listen on (127.0.0.1)."_s, u"address"_s);
    const QCommandLineOption port(u"port"_s, u"The port to listen on (8765; 0 for any free one)."_s, u"number"_s);
    const QCommandLineOption noAuth(u"no-auth"_s, u"Ask nobody for the token; on loopback only."_s);
    const QCommandLineOption logLevel(u"log-level"_s, u"debug, info, warning or error."_s, u"level"_s);
    const QCommandLineOption logFormat(u"log-format"_s, u"json or console."_s, u"format"_s);
    const QCommandLineOption json(u"json"_s, u"Print JSON, for scripts."_s);
    const QCommandLineOption rotate(u"rotate"_s, u"With token: make a new one; every session ends."_s);
    const QCommandLineOption header(u"header"_s, u"With probe: send this header, too; may be repeated."_s,
                                    u"name: value"_s);
    const QCommandLineOption timeout(u"timeout"_s, u"With probe: give up after so many seconds (5)."_s, u"seconds"_s);
    const QCommandLineOption version({u"v"_s, u"version"_s}, u"Print the version."_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Print this help."_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Nova Settings: MCP servers and the system prompt of your agents, the same everywhere.\n\n"
        "Commands:\n"
        "  (none)           run\n"
        "  list             the servers of the catalog\n"
        "  probe SERVER     ask a server how it is, by address or name, and print each step; exit code 1 if it is not "
        "well\n"
        "  validate [FILE]  check a catalog; exit code 1 if it has errors\n"
        "  restart SERVICE  restart a service of docker compose that restart.allowed_services names\n"
        "  token            print the token that callers need"_s);
    parser.addPositionalArgument(u"command"_s, u"What to do; nothing to run."_s, u"[command]"_s);
    for (const auto &option : {headless, serve, connect, system, root, state, host, port, noAuth, logLevel, logFormat,
                               json, rotate, header, timeout, version, help})
        parser.addOption(option);
    if (!parser.parse(arguments))
        return usage(parser.errorText().trimmed());

    CommandLine command;
    command.help = parser.helpText();
    command.headless = parser.isSet(headless);
    command.system = parser.isSet(system);
    command.serve = parser.isSet(serve) || parser.isSet(port);
    command.authenticate = !parser.isSet(noAuth);
    command.json = parser.isSet(json);
    command.connect = parser.value(connect);
    command.root = parser.value(root);
    command.state = parser.value(state);
    const auto given = [&parser](const QCommandLineOption &option) {
        return parser.isSet(option) ? std::optional(parser.value(option)) : std::nullopt;
    };
    command.host = given(host);
    command.port = given(port);
    command.logLevel = given(logLevel);
    command.logFormat = given(logFormat);
    if (const auto read = readCommand(parser.positionalArguments(), parser.isSet(rotate), command); !read)
        return tl::unexpected(read.error());
    command.headers = parser.values(header);
    bool isNumber = true;
    if (parser.isSet(timeout))
        command.timeoutSeconds = parser.value(timeout).toInt(&isNumber);
    if (!isNumber || command.timeoutSeconds < 0 || command.timeoutSeconds > 300)
        return usage(u"--timeout takes a number of seconds from 1 to 300."_s);
    if ((parser.isSet(header) || parser.isSet(timeout)) && command.action != CommandLine::Action::Probe)
        return usage(u"--header and --timeout go with the command «probe»."_s);
    if (parser.isSet(rotate) && command.action != CommandLine::Action::RotateToken)
        return usage(u"--rotate goes with the command «token»."_s);
    if (parser.isSet(help))
        command.action = CommandLine::Action::PrintHelp;
    else if (parser.isSet(version))
        command.action = CommandLine::Action::PrintVersion;
    return command;
}

} // namespace nova
