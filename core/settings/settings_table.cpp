#include "core/settings/settings_table.h"

#include "core/redis/redis_address.h"
#include "core/yaml/yaml_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using Kind = Setting::Kind;

/// What people are told of a setting.
struct About {
    const char *title;
    const char *description;
};

template <typename Number>
Setting number(const QString &name, Number &target, int least, int most, const About &about)
{
    const auto set = [&target, least, most](const QStringList &values) {
        bool isNumber = false;
        const int value = values.value(0).toInt(&isNumber);
        if (values.size() != 1 || !isNumber || value < least || value > most)
            return false;
        target = Number(value);
        return true;
    };
    const auto get = [&target] { return QStringList{QString::number(target)}; };
    return {name,
            u"a whole number from %1 to %2"_s.arg(least).arg(most),
            Kind::Number,
            set,
            get,
            about.title,
            about.description,
            least,
            most};
}

QStringList wordOf(const std::optional<bool> &value)
{
    if (!value)
        return {};
    return {*value ? u"true"_s : u"false"_s};
}

template <typename Bool>
Setting flag(const QString &name, Bool &target, const About &about)
{
    const auto set = [&target](const QStringList &values) {
        const auto value = values.size() == 1 ? yamlBoolean(values.first().toUtf8()) : std::nullopt;
        if (value)
            target = *value;
        return value.has_value();
    };
    return {name,        u"true or false"_s, Kind::Switch, set, [&target] { return wordOf(target); },
            about.title, about.description};
}

/// One text for which `isFine`.
template <typename Check>
Setting text(const QString &name, QString &target, const QString &expects, const About &about, Check isFine,
             Kind kind = Kind::Text)
{
    const auto set = [&target, isFine](const QStringList &values) {
        if (values.size() != 1 || !isFine(values.first()))
            return false;
        target = values.first();
        return true;
    };
    return {name, expects, kind, set, [&target] { return QStringList{target}; }, about.title, about.description};
}

Setting path(const QString &name, QString &target, const QString &expects, const About &about)
{
    return text(
        name, target, expects, about, [](const QString &) { return true; }, Kind::File);
}

Setting list(const QString &name, QStringList &target, const QString &expects, const About &about)
{
    const auto set = [&target](const QStringList &values) {
        target = values;
        return true;
    };
    return {name, expects, Kind::List, set, [&target] { return target; }, about.title, about.description};
}

template <typename Value>
Setting choice(const QString &name, Value &target, const QList<std::pair<QString, Value>> &choices, const About &about)
{
    QStringList words;
    for (const auto &[word, value] : choices)
        words.append(word);
    const auto set = [&target, choices](const QStringList &values) {
        for (const auto &[word, value] : choices) {
            if (values.size() == 1 && values.first() == word) {
                target = value;
                return true;
            }
        }
        return false;
    };
    const auto get = [&target, choices] {
        for (const auto &[word, value] : choices) {
            if (value == target)
                return QStringList{word};
        }
        return QStringList();
    };
    return {name, u"one of "_s + words.join(u", "_s), Kind::Choice, set, get, about.title, about.description, 0, 0,
            words};
}

Setting secret(Setting setting)
{
    setting.secret = true;
    return setting;
}

Setting local(Setting setting)
{
    setting.local = true;
    return setting;
}

bool isSomething(const QString &text)
{
    return !text.isEmpty();
}

bool isRedisUrl(const QString &text)
{
    return text.isEmpty() || parseRedisUrl(text);
}

bool isChannel(const QString &text)
{
    return !text.isEmpty() && text.size() <= 200;
}

} // namespace

QString Setting::variable() const
{
    return u"NOVA_"_s + QString(name).replace(u'.', u'_').toUpper();
}

const Setting *findSetting(const std::vector<Setting> &table, const QString &name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Setting &setting) { return setting.name == name; });
    return found == table.end() ? nullptr : &*found;
}

SettingValues valuesOf(Settings settings)
{
    SettingValues values;
    const std::vector<Setting> table = settingsTable(settings);
    for (const Setting &setting : table)
        values.insert(setting.name, setting.get());
    return values;
}

std::vector<Setting> settingsTable(Settings &settings)
{
    auto &[server, redis, watch, health, restart, backups, log, desktop] = settings;
    return {
        choice<QString>(u"desktop.theme"_s, desktop.theme,
                        {{u"system"_s, u"system"_s}, {u"light"_s, u"light"_s}, {u"dark"_s, u"dark"_s}},
                        {QT_TRANSLATE_NOOP("Settings", "Theme"),
                         QT_TRANSLATE_NOOP("Settings", "Light, dark, or as the desktop says.")}),
        choice<QString>(
            u"desktop.language"_s, desktop.language,
            {{u"system"_s, u"system"_s}, {u"en"_s, u"en"_s}, {u"de"_s, u"de"_s}, {u"ar"_s, u"ar"_s}},
            {QT_TRANSLATE_NOOP("Settings", "Language"), QT_TRANSLATE_NOOP("Settings", "From the next start on.")}),
        choice<QString>(u"desktop.contrast"_s, desktop.contrast, {{u"normal"_s, u"normal"_s}, {u"high"_s, u"high"_s}},
                        {QT_TRANSLATE_NOOP("Settings", "Contrast"),
                         QT_TRANSLATE_NOOP("Settings", "High: stronger lines and texts, in both themes.")}),
        flag(u"desktop.notifications"_s, desktop.notifications,
             {QT_TRANSLATE_NOOP("Settings", "Notifications"),
              QT_TRANSLATE_NOOP("Settings", "Tell when the prompt changes or a server needs you.")}),
        flag(u"desktop.health_alerts"_s, desktop.healthAlerts,
             {QT_TRANSLATE_NOOP("Settings", "Alerts about servers"),
              QT_TRANSLATE_NOOP("Settings", "Tell when a server goes down or comes back.")}),
        list(u"desktop.muted_servers"_s, desktop.mutedServers, u"a list of names of servers"_s,
             {QT_TRANSLATE_NOOP("Settings", "Silent servers"),
              QT_TRANSLATE_NOOP("Settings", "Names of servers of which no alert tells.")}),
        flag(u"desktop.close_to_tray"_s, desktop.closeToTray,
             {QT_TRANSLATE_NOOP("Settings", "Keep running in the tray"),
              QT_TRANSLATE_NOOP("Settings", "Closing the window leaves Nova in the tray, where there is one.")}),
        flag(u"desktop.start_in_tray"_s, desktop.startInTray,
             {QT_TRANSLATE_NOOP("Settings", "Start in the tray"),
              QT_TRANSLATE_NOOP("Settings", "Start without a window, where there is a tray to open it from.")}),
        flag(u"server.enabled"_s, server.enabled,
             {QT_TRANSLATE_NOOP("Settings", "Serve the web page"),
              QT_TRANSLATE_NOOP("Settings", "For browsers and programs. Everybody needs a link or the token.")}),
        text(u"server.host"_s, server.host, u"an IP address of this machine, or localhost"_s,
             {QT_TRANSLATE_NOOP("Settings", "Address"),
              QT_TRANSLATE_NOOP("Settings", "127.0.0.1 is this machine alone; 0.0.0.0 is every network it is in.")},
             isSomething),
        number(u"server.port"_s, server.port, 0, 65535,
               {QT_TRANSLATE_NOOP("Settings", "Port"), QT_TRANSLATE_NOOP("Settings", "0 takes any free one.")}),
        list(u"server.allowed_hosts"_s, server.allowedHosts, u"a list of host names"_s,
             {QT_TRANSLATE_NOOP("Settings", "Other names"),
              QT_TRANSLATE_NOOP("Settings", "Names this machine is called by in the address bar, besides its own.")}),
        list(u"server.allowed_origins"_s, server.allowedOrigins, u"a list of origins"_s,
             {QT_TRANSLATE_NOOP("Settings", "Other pages that may call"),
              QT_TRANSLATE_NOOP("Settings", "Whole origins, such as https://nova.example.org.")}),
        path(u"server.tls_certificate"_s, server.tlsCertificate, u"empty, or a PEM file"_s,
             {QT_TRANSLATE_NOOP("Settings", "Certificate"),
              QT_TRANSLATE_NOOP("Settings", "A PEM file for HTTPS; a relative name is beside nova.yaml.")}),
        path(u"server.tls_key"_s, server.tlsKey, u"empty, or a PEM file"_s,
             {QT_TRANSLATE_NOOP("Settings", "Key of the certificate"),
              QT_TRANSLATE_NOOP("Settings", "A PEM file without a passphrase.")}),
        local(path(u"server.token_file"_s, server.tokenFile, u"empty, or a file with a token"_s,
                   {QT_TRANSLATE_NOOP("Settings", "File of the token"),
                    QT_TRANSLATE_NOOP("Settings", "Empty: a token of Nova's own, in its state folder.")})),
        number(u"server.max_clients"_s, server.maxClients, 1, 1'000'000,
               {QT_TRANSLATE_NOOP("Settings", "Live clients at most"),
                QT_TRANSLATE_NOOP("Settings", "WebSockets at the same time.")}),
        number(u"server.max_clients_per_address"_s, server.maxClientsPerAddress, 0, 1'000'000,
               {QT_TRANSLATE_NOOP("Settings", "Connections of one machine"),
                QT_TRANSLATE_NOOP("Settings", "0 sets no limit. This machine itself has none.")}),
        secret(text(
            u"redis.url"_s, redis.url, u"empty, or redis://[user:password@]host[:port][/database], or unix:///path"_s,
            {QT_TRANSLATE_NOOP("Settings", "Address"),
             QT_TRANSLATE_NOOP("Settings", "Shares events with Nova on other machines. Empty: events stay here.")},
            isRedisUrl)),
        text(u"redis.channel"_s, redis.channel, u"the name of a channel, 1 to 200 characters"_s,
             {QT_TRANSLATE_NOOP("Settings", "Channel"),
              QT_TRANSLATE_NOOP("Settings", "The same on all machines that belong together.")},
             isChannel),
        number(u"health.interval_s"_s, health.intervalSeconds, 0, 86400,
               {QT_TRANSLATE_NOOP("Settings", "Seconds between checks"),
                QT_TRANSLATE_NOOP("Settings", "0 checks only when somebody asks.")}),
        number(u"health.timeout_s"_s, health.timeoutSeconds, 1, 300,
               {QT_TRANSLATE_NOOP("Settings", "Seconds to wait for an answer"),
                QT_TRANSLATE_NOOP("Settings", "After that a check counts as failed.")}),
        number(u"health.failures_before_down"_s, health.failuresBeforeDown, 1, 100,
               {QT_TRANSLATE_NOOP("Settings", "Failures until it counts as down"),
                QT_TRANSLATE_NOOP("Settings", "In a row.")}),
        number(u"health.max_concurrent"_s, health.maxConcurrent, 1, 1000,
               {QT_TRANSLATE_NOOP("Settings", "Checks at the same time"), QT_TRANSLATE_NOOP("Settings", "At most.")}),
        local(list(u"restart.allowed_services"_s, restart.allowedServices, u"a list of names of services"_s,
                   {QT_TRANSLATE_NOOP("Settings", "Services that may be restarted"),
                    QT_TRANSLATE_NOOP("Settings", "Names from the compose file. None: nothing can be restarted.")})),
        local(
            list(u"restart.command"_s, restart.command, u"a list: a program and its first arguments"_s,
                 {QT_TRANSLATE_NOOP("Settings", "Command"),
                  QT_TRANSLATE_NOOP("Settings", "Instead of docker compose: the program, then its first arguments.")})),
        local(path(u"restart.compose_file"_s, restart.composeFile, u"empty, or a file of docker compose"_s,
                   {QT_TRANSLATE_NOOP("Settings", "Compose file"),
                    QT_TRANSLATE_NOOP("Settings", "Empty: the one in Nova's folder.")})),
        flag(u"watch.polling"_s, watch.polling,
             {QT_TRANSLATE_NOOP("Settings", "Look every two seconds"),
              QT_TRANSLATE_NOOP("Settings", "For network drives that do not tell of changes.")}),
        number(u"watch.window_ms"_s, watch.windowMs, 10, 10'000,
               {QT_TRANSLATE_NOOP("Settings", "Milliseconds to wait for more changes"),
                QT_TRANSLATE_NOOP("Settings", "So that one save is seen once.")}),
        number(
            u"backups.keep"_s, backups.keep, 1, 10'000,
            {QT_TRANSLATE_NOOP("Settings", "Earlier texts to keep"), QT_TRANSLATE_NOOP("Settings", "Of each file.")}),
        choice<LogLevel>(u"log.level"_s, log.level,
                         {{u"debug"_s, LogLevel::Debug},
                          {u"info"_s, LogLevel::Info},
                          {u"warning"_s, LogLevel::Warning},
                          {u"error"_s, LogLevel::Error}},
                         {QT_TRANSLATE_NOOP("Settings", "Level"),
                          QT_TRANSLATE_NOOP("Settings", "What is not written: all below it.")}),
        choice<LogFormat>(u"log.format"_s, log.format,
                          {{u"json"_s, LogFormat::Json}, {u"console"_s, LogFormat::Console}},
                          {QT_TRANSLATE_NOOP("Settings", "Format"),
                           QT_TRANSLATE_NOOP("Settings", "JSON for programs, console for reading.")}),
    };
}

} // namespace nova
