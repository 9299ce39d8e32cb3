#pragma once

#include "core/health/health_history_file.h"
#include "tests/core/memory_sink.h"
#include "tests/health/health_feed.h"
#include "tests/support/scratch.h"

#include <QDir>

namespace nova::test
{

/// A state folder with a history in it, and what the log says about it.
struct HealthFolder {
    std::unique_ptr<Scratch> scratch;
    QByteArrayList lines;

    /// An empty one.
    void renew()
    {
        scratch = std::make_unique<Scratch>(Scratch::Content::Empty);
        lines.clear();
        scratch->shell(QStringLiteral("mkdir state"));
    }
    [[nodiscard]] QString path() const { return scratch->path(QStringLiteral("state/health-history")); }
    [[nodiscard]] QStringList damaged() const
    {
        // A link to nowhere is not listed by its kind.
        return QDir(scratch->path(QStringLiteral("state")))
            .entryList({QStringLiteral("health-history.damaged-*")}, QDir::AllEntries | QDir::System | QDir::Hidden);
    }
    /// For Unprivileged: lets everybody through to the folder, and makes the history that of the user it becomes.
    void giveAway() const
    {
        scratch->shell(QStringLiteral("chmod 755 . && if [ $(id -u) = 0 ]; then chown -h 65534 state/*; fi"));
    }
    /// The file after a few hours of two servers.
    QByteArray someFile();
};

/// A start of Nova: loads.
struct HealthStart {
    explicit HealthStart(HealthFolder &folder, std::chrono::milliseconds every = std::chrono::hours(1))
    {
        logger.addSink(std::make_unique<MemorySink>(folder.lines));
        file = std::make_unique<HealthHistoryFile>(feed.recorder, folder.scratch->path(QStringLiteral("state")), logger,
                                                   every);
        file->load();
    }
    HealthFeed feed;
    Logger logger{LogLevel::Debug, LogFormat::Json};
    std::unique_ptr<HealthHistoryFile> file;
};

inline QByteArray HealthFolder::someFile()
{
    HealthStart start(*this);
    for (const QString &name : {QStringLiteral("gmail"), QStringLiteral("größe")}) {
        start.feed.server = name;
        start.feed.interval = 60;
        start.feed.probe(40 * 60, HealthStatus::Healthy, 30);
        start.feed.record(HealthStatus::Unreachable, -1, QStringLiteral("Nicht erreichbar: «%1».").arg(name));
    }
    start.file.reset();
    return Scratch::read(path());
}

} // namespace nova::test
