#include "app/host/command_table.h"

#include "core/events/event.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using Action = CommandLine::Action;
using Group = OptionSpec::Group;

constexpr qsizetype anyNumber = 10'000;

QStringList eventTypes()
{
    QStringList words;
    for (const EventType type : {EventType::McpToggled, EventType::PromptUpdated, EventType::ConfigValidated,
                                 EventType::SystemHealth, EventType::TaskUpdated})
        words.append(toString(type));
    return words;
}

template <typename Spec>
const Spec *find(const QList<Spec> &table, const QString &name)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const Spec &spec) { return spec.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace

const QList<OptionSpec> &optionTable()
{
    static const QList<OptionSpec> table{
        {u"root"_s, {}, u"folder"_s, u"The folder with configs/ and prompts/."_s, Group::Always},
        {u"state-dir"_s, {}, u"folder"_s, u"The folder for the token and the log."_s, Group::Always},
        {u"system"_s,
         {},
         {},
         u"The files of the system's service: /etc/nova-settings, /var/lib/nova-settings."_s,
         Group::Always},
        {u"color"_s,
         {},
         u"when"_s,
         u"Colours: auto (on a terminal), always or never."_s,
         Group::Always,
         {u"auto"_s, u"always"_s, u"never"_s}},
        {u"help"_s, u"h"_s, {}, u"Print this help; behind a command, that of the command."_s, Group::Always},
        {u"version"_s, u"v"_s, {}, u"Print the version."_s, Group::Always},

        {u"headless"_s, {}, {}, u"Serve the web page without opening a window."_s, Group::Running},
        {u"serve"_s, {}, {}, u"Serve the web page beside the window."_s, Group::Running},
        {u"host"_s, {}, u"address"_s, u"The address to listen on (127.0.0.1)."_s, Group::Running},
        {u"port"_s, {}, u"number"_s, u"The port to listen on (8765; 0 for any free one)."_s, Group::Running},
        {u"no-auth"_s, {}, {}, u"Ask nobody for the token; on loopback only."_s, Group::Running},
        {u"log-level"_s,
         {},
         u"level"_s,
         u"debug, info, warning or error."_s,
         Group::Running,
         {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}},
        {u"log-format"_s, {}, u"format"_s, u"json or console."_s, Group::Running, {u"json"_s, u"console"_s}},
        {u"connect"_s,
         {},
         u"address"_s,
         u"The Nova at that address: for the window to show, or for a command ($NOVA_CONNECT_TOKEN has its token)."_s,
         Group::Running},

        {u"json"_s, {}, {}, u"Print JSON, for scripts."_s},
        {u"files"_s, {}, {}, u"Work on the files alone, even where a Nova runs."_s},
        {u"names"_s, {}, {}, u"Print the names alone, one a line."_s},
        {u"follow"_s, u"f"_s, {}, u"Go on printing what happens, until Ctrl+C."_s},
        {u"last"_s, u"n"_s, u"number"_s, u"So many of the newest events; all that are kept, with --follow none."_s},
        {u"type"_s, {}, u"type"_s, u"Only events of this type; may be repeated."_s, Group::Command, eventTypes()},
        {u"header"_s, {}, u"name: value"_s, u"Send this header, too; may be repeated."_s},
        {u"timeout"_s, {}, u"seconds"_s, u"Give up after so many seconds (5)."_s},
        {u"rotate"_s, {}, {}, u"Make a new one; every session ends, and Nova takes it at its next start."_s},
        {u"for"_s,
         {},
         u"program"_s,
         u"For which program."_s,
         Group::Command,
         {u"claude-desktop"_s, u"claude-code"_s, u"cursor"_s, u"vs-code"_s}},
        {u"output"_s, u"o"_s, u"file"_s, u"Write a new file instead of printing."_s},
        {u"dry-run"_s, {}, {}, u"Say what would be done, and change nothing."_s},
    };
    return table;
}

const QList<CommandSpec> &commandTable()
{
    static const QStringList live{u"json"_s, u"connect"_s, u"files"_s};
    static const QList<CommandSpec> table{
        {u"list"_s,
         Action::List,
         {},
         0,
         0,
         u"show the servers of the catalog, and how they are"_s,
         u"How they are is known where a Nova runs; where none does, what the file says is shown."_s,
         live + QStringList{u"names"_s},
         u"list --json"_s},
        {u"toggle"_s, Action::Toggle, u"NAME [on|off]"_s, 1, 2, u"switch a server on or off"_s,
         u"Without on or off it becomes the other of what it is. A server that is as asked for is fine, too."_s, live,
         u"toggle gmail off"_s},
        {u"events"_s,
         Action::Events,
         {},
         0,
         0,
         u"show what has happened, or what happens from now on"_s,
         u"With --json each event is a line. While it follows, a Nova that goes away is waited for; where events "
         "are missing, that is said."_s,
         {u"json"_s, u"connect"_s, u"follow"_s, u"last"_s, u"type"_s},
         u"events --follow --type mcp_toggled"_s},
        {u"probe"_s,
         Action::Probe,
         u"SERVER"_s,
         1,
         1,
         u"ask a server how it is, by address or name"_s,
         u"This program asks, with the variables of your shell, and prints each step. With --connect the Nova at "
         "that address asks the server of that name. The exit code is 1 if it is not well."_s,
         {u"json"_s, u"connect"_s, u"header"_s, u"timeout"_s},
         u"probe http://localhost:8002/mcp"_s},
        {u"restart"_s, Action::Restart, u"SERVICE"_s, 1, 1,
         u"restart a service of docker compose that restart.allowed_services names"_s,
         u"What the command prints is shown as it comes."_s, live, u"restart mcp_gmail"_s},
        {u"validate"_s,
         Action::Validate,
         u"[FILE|-]"_s,
         0,
         1,
         u"check a catalog"_s,
         u"Without a file it is the catalog that is in use; - is the standard input. The exit code is 1 if it has "
         "errors."_s,
         {u"json"_s, u"connect"_s, u"files"_s},
         u"validate configs/mcp_servers.yaml"_s},
        {u"token"_s,
         Action::PrintToken,
         {},
         0,
         0,
         u"print the token that callers need"_s,
         {},
         {u"json"_s, u"rotate"_s},
         u"token"_s},
        {u"export"_s, Action::Export, u"[NAME ...]"_s, 0, anyNumber, u"write servers for another program"_s,
         u"Without names: all that are on. A secret that stands in the catalog does not leave it: a variable takes "
         "its place. The file of another program is never written; what to do with the text is said."_s,
         live + QStringList{u"for"_s, u"output"_s}, u"export --for cursor gmail"_s},
        {u"import"_s, Action::Import, u"FILE|-"_s, 1, 1, u"add the servers of another program's list"_s,
         u"Lists of Claude Desktop, Claude Code, Cursor and VS Code; - is the standard input. Servers that are there "
         "already, and those that have no place in the catalog, are left out and named."_s,
         live + QStringList{u"dry-run"_s}, u"import ~/.cursor/mcp.json --dry-run"_s},
        {u"help"_s, Action::PrintHelp, u"[COMMAND]"_s, 0, 1, u"explain a command"_s, {}, {}, u"help export"_s},
    };
    return table;
}

const OptionSpec *findOption(const QString &name)
{
    return find(optionTable(), name);
}

const CommandSpec *findCommand(const QString &name)
{
    return find(commandTable(), name);
}

} // namespace nova
