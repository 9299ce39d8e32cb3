#pragma once

#include "core/base/result.h"
#include "core/log/logger.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

namespace nova
{

/// Nova's own settings: `configs/nova.yaml`, with `NOVA_…` variables over it and command-line flags over both.
struct Settings {
    struct Server {
        std::optional<bool> enabled; ///< Not said: on in headless mode, off in the desktop.
        QString host = QStringLiteral("127.0.0.1");
        quint16 port = 8765;
        QStringList allowedHosts;
        QStringList allowedOrigins;
        QString tlsCertificate; ///< PEM file; empty: plain HTTP.
        QString tlsKey;
        int maxClients = 10'000;        ///< WebSockets.
        int maxClientsPerAddress = 256; ///< Connections; 0: no limit. Never counts for the loopback.
    } server;
    struct Redis {
        QString url; ///< Empty: events stay in this program.
        QString channel = QStringLiteral("nova_events");
    } redis;
    struct Watch {
        int windowMs = 400;
        bool polling = false;
    } watch;
    struct Health {
        int intervalSeconds = 15; ///< 0: servers are asked only when somebody asks.
        int timeoutSeconds = 5;
        int failuresBeforeDown = 2;
        int maxConcurrent = 16;
    } health;
    struct Restart {
        QStringList allowedServices;
        QStringList command; ///< Instead of docker compose: program and first arguments.
        QString composeFile;
    } restart;
    struct Backups {
        int keep = 100; ///< Earlier texts of each file.
    } backups;
    struct Log {
        LogLevel level = LogLevel::Info;
        LogFormat format = LogFormat::Json;
    } log;
    struct Desktop {
        bool notifications = true;
        bool healthAlerts = true; ///< When a server goes down or comes back; with `notifications` alone.
        QStringList mutedServers; ///< Of which no alert tells.
        bool startInTray = false;
        QString theme = QStringLiteral("system"); ///< system, light or dark
    } desktop;
};

/// One setting: its name, what it may be, and where it goes. The file, the environment and the flags all use this.
struct Setting {
    QString name;    ///< "server.port"; in the environment NOVA_SERVER_PORT.
    QString expects; ///< "a whole number from 0 to 65535"
    bool isList = false;
    /// Takes the value; false where it is not what is expected.
    std::function<bool(const QStringList &)> set;
};

/// The table of all settings, bound to `settings`, which must outlive it.
[[nodiscard]] std::vector<Setting> settingsTable(Settings &settings);

/// Reads a settings file's text into `settings`. Unknown keys and bad values are errors with line, column and a hint.
[[nodiscard]] Result<void> readSettings(const QByteArray &text, const QString &file, Settings &settings);

/// Lets NOVA_… variables that name a setting override. A bad value is an error, and so is a variable that begins like
/// a group of settings (NOVA_SERVER_…) and names none; other programs may have NOVA_… variables of their own.
[[nodiscard]] Result<void> readEnvironment(const QProcessEnvironment &environment, Settings &settings);

} // namespace nova
