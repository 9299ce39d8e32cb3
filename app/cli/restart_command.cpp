#include "app/cli/restart_command.h"

#include "app/cli/printing.h"
#include "app/cli/running_nova.h"
#include "app/cli/terminal.h"
#include "app/host/headless.h"
#include "app/host/nova_host.h"
#include "app/host/settings_layers.h"
#include "core/restart/readable_output.h"
#include "core/restart/restart_runner.h"
#include "core/service/state_json.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr std::chrono::seconds answersWithin{90};
constexpr std::chrono::milliseconds looksEvery{250};

/// Prints a growing text of which only the newest part is ever told.
class LiveOutput
{
public:
    void show(const QString &newest)
    {
        qsizetype known = std::min(newest.size(), m_shown.size());
        while (known > 0 && !m_shown.endsWith(QStringView(newest).first(known)))
            --known;
        const QString more = newest.sliced(known);
        std::fputs(more.toUtf8().constData(), stdout);
        std::fflush(stdout);
        m_shown += more;
        m_shown = m_shown.right(16 * 1024);
    }
    [[nodiscard]] bool hasShown() const { return !m_shown.isEmpty(); }

private:
    QString m_shown;
};

QString outputIn(const QByteArray &state, const QString &service)
{
    const QJsonArray runs = QJsonDocument::fromJson(state)[u"restarts"][u"runs"].toArray();
    for (const QJsonValue &run : runs) {
        if (run[u"service"].toString() == service)
            return run[u"output"].toString();
    }
    return {};
}

int finish(const CommandLine &command, const QJsonObject &result, const LiveOutput &live)
{
    const bool worked = result[u"exit_code"].toInt(-1) == 0 && !result[u"timed_out"].toBool();
    if (command.json) {
        print(result);
        return worked ? 0 : 1;
    }
    if (!live.hasShown())
        std::fputs((result[u"stdout"].toString() + result[u"stderr"].toString()).toUtf8().constData(), stdout);
    const QString seconds = QString::number(result[u"duration_ms"].toDouble() / 1000, 'f', 1);
    if (worked)
        print(u"%1 was restarted within %2 s."_s.arg(command.target, seconds));
    else if (result[u"timed_out"].toBool())
        complain(u"%1 was not restarted: the command took longer than a minute and was ended."_s.arg(command.target));
    else
        complain(u"%1 was not restarted: the command ended with exit code %2."_s.arg(command.target)
                     .arg(result[u"exit_code"].toInt(-1)));
    return worked ? 0 : 1;
}

int restartByItself(const CommandLine &command, const RestartRules &rules)
{
    RestartRunner runner(rules, {});
    QEventLoop loop;
    LiveOutput live;
    int code = 1;
    QObject::connect(&runner, &RestartRunner::progressed, &loop, [&](const RestartProgress &progress) {
        if (!command.json)
            live.show(readableOutput(progress.output));
    });
    const auto started = runner.start(command.target, [&](const Result<RestartResult> &result) {
        if (result)
            code = finish(command, toJson(*result), live);
        else
            fail(command, result.error());
        loop.quit();
    });
    if (!started)
        return fail(command, started.error());
    loop.exec();
    return code;
}

/// Through a Nova that runs, so that everybody sees it.
int restartThere(const CommandLine &command, RunningNova &nova)
{
    QEventLoop loop;
    QTimer look;
    LiveOutput live;
    HttpReply reply;
    nova.send({.method = "POST",
               .path = u"/api/admin/restart/"_s + pathSegment(command.target),
               .timeout = answersWithin,
               .isWrite = true},
              [&](const HttpReply &answer) {
                  reply = answer;
                  loop.quit();
              });
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        nova.send({.path = u"/api/state"_s},
                  [&](const HttpReply &state) { live.show(outputIn(state.body, command.target)); });
    });
    if (!command.json)
        look.start(looksEvery);
    const Progress progress(u"Restarting %1"_s.arg(command.target));
    loop.exec();
    look.stop();
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    if (live.hasShown()) { // What was written after the last look.
        if (const auto state = nova.ask({.path = u"/api/state"_s}))
            live.show(outputIn(state->body, command.target));
    }
    if (reply.failure == HttpFailure::None && reply.status == 200 && answer.contains(u"exit_code"))
        return finish(command, answer, live);
    return fail(command, nova.errorOf(reply, true));
}

} // namespace

int runRestart(const CommandLine &command, const Locations &locations)
{
    const auto nova = RunningNova::find(command, locations);
    if (!nova)
        return fail(command, nova.error());
    if (*nova)
        return restartThere(command, **nova);
    const auto settings = effectiveSettings(command, locations);
    if (!settings)
        return fail(command, settings.error());
    return restartByItself(command, restartRules(*settings, locations));
}

} // namespace nova
