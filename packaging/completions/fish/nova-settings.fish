# Completion of nova-settings and nova-settingsd in fish. The words are those of their --help; a test compares them.

function __nova_settings_servers
    set -l words (commandline -opc)
    set -l places
    for index in (seq 2 (count $words))
        switch $words[$index]
            case --root --state-dir --connect --host --port
                set -a places $words[$index] $words[(math $index + 1)]
            case --system --files
                set -a places $words[$index]
        end
    end
    command $words[1] list --names $places 2>/dev/null
end

set -l commands list toggle events probe restart validate token export import help

for program in nova-settings nova-settingsd
    complete -c $program -f
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a list -d 'Show the servers of the catalog, and how they are'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a toggle -d 'Switch a server on or off'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a events -d 'Show what has happened, or what happens from now on'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a probe -d 'Ask a server how it is, by address or name'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a restart -d 'Restart a service of docker compose that restart.allowed_services names'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a validate -d 'Check a catalog'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a token -d 'Print the token that callers need'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a export -d 'Write servers for another program'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a import -d 'Add the servers of another program\'s list'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -a help -d 'Explain a command'
    complete -c $program -l root -r -F -d 'The folder with configs/ and prompts/.'
    complete -c $program -l state-dir -r -F -d 'The folder for the token and the log.'
    complete -c $program -l system -d 'The files of the system\'s service: /etc/nova-settings, /var/lib/nova-settings.'
    complete -c $program -l color -x -a 'auto always never' -d 'Colours: auto (on a terminal), always or never.'
    complete -c $program -s h -l help -d 'Print this help; behind a command, that of the command.'
    complete -c $program -s v -l version -d 'Print the version.'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -l headless -d 'Serve the web page without opening a window.'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -l serve -d 'Serve the web page beside the window.'
    complete -c $program -l host -x -d 'The address to listen on (127.0.0.1).'
    complete -c $program -l port -x -d 'The port to listen on (8765; 0 for any free one).'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -l no-auth -d 'Ask nobody for the token; on loopback only.'
    complete -c $program -l log-level -x -a 'debug info warning error' -d 'debug, info, warning or error.'
    complete -c $program -l log-format -x -a 'json console' -d 'json or console.'
    complete -c $program -n "not __fish_seen_subcommand_from $commands" -l connect -x -d 'The Nova at that address: for the window to show, or for a command ($NOVA_CONNECT_TOKEN has its token).'
    complete -c $program -n '__fish_seen_subcommand_from list toggle events probe restart validate token export import' -l json -d 'Print JSON, for scripts.'
    complete -c $program -n '__fish_seen_subcommand_from list toggle events probe restart validate export import' -l connect -x -d 'The Nova at that address: for the window to show, or for a command ($NOVA_CONNECT_TOKEN has its token).'
    complete -c $program -n '__fish_seen_subcommand_from list toggle restart validate export import' -l files -d 'Work on the files alone, even where a Nova runs.'
    complete -c $program -n '__fish_seen_subcommand_from list' -l names -d 'Print the names alone, one a line.'
    complete -c $program -n '__fish_seen_subcommand_from events' -s f -l follow -d 'Go on printing what happens, until Ctrl+C.'
    complete -c $program -n '__fish_seen_subcommand_from events' -s n -l last -x -d 'So many of the newest events; all that are kept, with --follow none.'
    complete -c $program -n '__fish_seen_subcommand_from events' -l type -x -a 'mcp_toggled prompt_updated config_validated system_health task_updated' -d 'Only events of this type; may be repeated.'
    complete -c $program -n '__fish_seen_subcommand_from probe' -l header -x -d 'Send this header, too; may be repeated.'
    complete -c $program -n '__fish_seen_subcommand_from probe' -l timeout -x -d 'Give up after so many seconds (5).'
    complete -c $program -n '__fish_seen_subcommand_from token' -l rotate -d 'Make a new one; every session ends, and Nova takes it at its next start.'
    complete -c $program -n '__fish_seen_subcommand_from export' -l for -x -a 'claude-desktop claude-code cursor vs-code' -d 'For which program.'
    complete -c $program -n '__fish_seen_subcommand_from export' -s o -l output -r -F -d 'Write a new file instead of printing.'
    complete -c $program -n '__fish_seen_subcommand_from import' -l dry-run -d 'Say what would be done, and change nothing.'
    complete -c $program -n '__fish_seen_subcommand_from toggle probe export' -a '(__nova_settings_servers)'
    complete -c $program -n '__fish_seen_subcommand_from toggle' -a 'on off'
    complete -c $program -n '__fish_seen_subcommand_from validate import' -F
    complete -c $program -n '__fish_seen_subcommand_from help' -a "$commands"
end
