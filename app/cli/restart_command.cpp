#include "app/cli/restart_command.h"

#include "app/cli/printing.h"
#include "app/host/headless.h"
#include "app/host/nova_host.h"
#include "core/net/http_client.h"
#include "core/restart/readable_output.h"
#include "core/restart/restart_runner.h"
#include "core/service/state_json.h"
#include "server/auth/token_file.h"

#include <QEventLoop>
#include <QHostAddress>
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

/// The Nova that runs on these files, as the settings say where it is.
class RunningNova
{
public:
    RunningNova(const Settings &settings, const QByteArray &token)
        : m_token(token)
    {
        const bool any = QHostAddress(settings.server.host) == QHostAddress::AnyIPv4 ||
                         QHostAddress(settings.server.host) == QHostAddress::AnyIPv6;
        m_url.setScheme(settings.server.tlsCertificate.isEmpty() ? u"http"_s : u"https"_s);
        m_url.setHost(any ? u"localhost"_s : settings.server.host);
        m_url.setPort(settings.server.port);
    }

    void send(const QByteArray &method, const QString &path, const HttpClient::Done &done)
    {
        QUrl url = m_url;
        url.setPath(path);
        HttpRequest request;
        request.method = method;
        request.url = url.toEncoded();
        request.headers = {{"Authorization", "Bearer " + m_token}};
        request.timeout = answersWithin;
        request.maxBody = 64 * 1024 * 1024;
        m_client.send(std::move(request), done);
    }
    [[nodiscard]] QString address() const { return m_url.toString(); }

private:
    QUrl m_url;
    QByteArray m_token;
    HttpClient m_client;
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
            complain(result.error().message);
        loop.quit();
    });
    if (!started) {
        complain(started.error().message);
        return 1;
    }
    loop.exec();
    return code;
}

} // namespace

int runRestart(const CommandLine &command, const Locations &locations)
{
    const auto settings = effectiveSettings(command, locations);
    if (!settings) {
        complain(settings.error().message);
        return 2;
    }
    const auto token = TokenFile(locations.state).loadOrCreate();
    RunningNova nova(*settings, token.value_or(QByteArray()));
    QEventLoop loop;
    QTimer look;
    LiveOutput live;
    HttpReply reply;
    nova.send("POST", u"/api/admin/restart/"_s + command.target, [&](const HttpReply &answer) {
        reply = answer;
        loop.quit();
    });
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        nova.send("GET", u"/api/state"_s,
                  [&](const HttpReply &state) { live.show(outputIn(state.body, command.target)); });
    });
    if (!command.json)
        look.start(looksEvery);
    loop.exec();
    look.stop();

    if (reply.failure == HttpFailure::Refused)
        return restartByItself(command, restartRules(*settings, locations));
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    if (reply.failure == HttpFailure::None && reply.status == 200)
        return finish(command, answer, live);
    if (answer.contains(u"detail"_s))
        complain(answer[u"detail"].toString());
    else
        complain(u"What answers at %1 is not the Nova of these files (%2)."_s.arg(
            nova.address(), reply.failure == HttpFailure::None ? u"HTTP %1"_s.arg(reply.status) : reply.detail));
    return 1;
}

} // namespace nova
