#pragma once

#include "core/base/result.h"
#include "core/log/logger.h"

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>
#include <optional>

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
        QString tokenFile;              ///< Instead of the token in the state folder.
        int maxClients = 10'000;        ///< WebSockets.
        int maxClientsPerAddress = 256; ///< Connections; 0: no limit. Never counts for the loopback.

        bool operator==(const Server &) const = default;
    } server;
    struct Redis {
        QString url; ///< Empty: events stay in this program.
        QString channel = QStringLiteral("nova_events");

        bool operator==(const Redis &) const = default;
    } redis;
    struct Watch {
        int windowMs = 400;
        bool polling = false;

        bool operator==(const Watch &) const = default;
    } watch;
    struct Health {
        int intervalSeconds = 15; ///< 0: servers are asked only when somebody asks.
        int timeoutSeconds = 5;
        int failuresBeforeDown = 2;
        int maxConcurrent = 16;

        bool operator==(const Health &) const = default;
    } health;
    struct Restart {
        QStringList allowedServices;
        QStringList command; ///< Instead of docker compose: program and first arguments.
        QString composeFile;

        bool operator==(const Restart &) const = default;
    } restart;
    struct Backups {
        int keep = 100; ///< Earlier texts of each file.

        bool operator==(const Backups &) const = default;
    } backups;
    struct Log {
        LogLevel level = LogLevel::Info;
        LogFormat format = LogFormat::Json;

        bool operator==(const Log &) const = default;
    } log;
    struct Desktop {
        bool notifications = true;
        bool healthAlerts = true; ///< When a server goes down or comes back; with `notifications` alone.
        QStringList mutedServers; ///< Of which no alert tells.
        bool startInTray = false;
        bool closeToTray = true; ///< Closing the window leaves the program in the tray, where there is one.
        QString theme = QStringLiteral("system");    ///< system, light or dark
        QString language = QStringLiteral("system"); ///< system, or the code of one that the window has texts in
        QString contrast = QStringLiteral("normal"); ///< normal or high

        bool operator==(const Desktop &) const = default;
    } desktop;

    bool operator==(const Settings &) const = default;
};

/// Reads a settings file's text into `settings`. Unknown keys and bad values are errors with line, column and a hint.
[[nodiscard]] Result<void> readSettings(const QByteArray &text, const QString &file, Settings &settings);

/// Lets NOVA_… variables that name a setting override. A bad value is an error, and so is a variable that begins like
/// a group of settings (NOVA_SERVER_…) and names none; other programs may have NOVA_… variables of their own.
[[nodiscard]] Result<void> readEnvironment(const QProcessEnvironment &environment, Settings &settings);

} // namespace nova
