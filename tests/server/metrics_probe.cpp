#include "tests/server/metrics_probe.h"

#include "tests/support/scratch.h"

#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nova::test
{

NovaState fullState()
{
    CatalogState catalog;
    catalog.file.state = DocumentStatus::State::Loaded;
    catalog.servers.resize(3);
    catalog.servers[1].enabled = false;
    PromptState prompt;
    prompt.file.state = DocumentStatus::State::Loaded;
    prompt.text = "You are Nova.\n";
    RedisStatus redis;
    redis.state = RedisStatus::State::Connected;
    redis.latencyMs = 1.5;
    redis.published = 1;
    redis.received = 2;
    redis.duplicates = 3;
    redis.malformed = 4;
    redis.dropped = 5;
    redis.waiting = 6;
    TaskCounts tasks;
    tasks.counts = {{u"pending"_s, 1}, {u"running"_s, 2}, {u"completed"_s, 3}, {u"failed"_s, 4}};
    HealthReport report;
    report.status = HealthStatus::Healthy;
    report.latencyMs = 20;
    HealthState health;
    health.servers[u"mail"_s].report = std::make_shared<HealthReport>(report);
    report.status = HealthStatus::Unreachable;
    report.latencyMs = -1;
    health.servers[u"notes"_s].report = std::make_shared<HealthReport>(report);
    return {std::make_shared<const CatalogState>(catalog), std::make_shared<const PromptState>(prompt),
            std::make_shared<const InstanceState>(),       std::make_shared<const RedisStatus>(redis),
            std::make_shared<const TaskCounts>(tasks),     std::make_shared<const HealthState>(health),
            std::make_shared<const RestartState>(),        std::make_shared<const LinkState>()};
}

QMap<QByteArray, double> samplesOf(const QByteArray &text)
{
    QMap<QByteArray, double> samples;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype space = line.lastIndexOf(' ');
        if (space > 0 && !line.startsWith('#'))
            samples.insert(line.left(space), line.mid(space + 1).toDouble());
    }
    return samples;
}

QByteArray nameOf(const QByteArray &sample)
{
    return sample.split('{').first();
}

QByteArray complaintsOfPromtool(const QStringList &arguments, const QByteArray &input)
{
    QString program = qEnvironmentVariable("NOVA_PROMTOOL");
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(u"promtool"_s);
    if (program.isEmpty())
        return "There is no promtool on PATH. Run «./dev test», which gets one, or name one in NOVA_PROMTOOL.";
    // By the shell, not by QProcess, whose vfork ThreadSanitizer cannot follow.
    const Scratch folder(Scratch::Content::Empty);
    Scratch::write(folder.path(u"input"_s), input);
    QStringList words{program};
    words += arguments;
    const QString command = u"timeout 60 '%1' <'%2/input' >'%2/output' 2>&1"_s.arg(words.join(u"' '"), folder.path());
    const int status = std::system(QFile::encodeName(command).constData());
    const QByteArray output = Scratch::read(folder.path(u"output"_s));
    if (status != 0)
        return QByteArray("promtool failed: " + output);
    // «check metrics» says nothing where all is well; the others say what they have looked at.
    return arguments.value(1) == u"metrics" ? output : QByteArray();
}

} // namespace nova::test
