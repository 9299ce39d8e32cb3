#include "app/cli/running_nova.h"

#include "app/host/settings_layers.h"
#include "app/remote/remote_problem.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr std::chrono::seconds meetsWithin{10};
constexpr qsizetype maxAnswer = 64 * 1024 * 1024;

QUrl addressOf(const Settings::Server &server)
{
    const QHostAddress host(server.host);
    const bool any = host == QHostAddress::AnyIPv4 || host == QHostAddress::AnyIPv6;
    QUrl url;
    url.setScheme(server.tlsCertificate.isEmpty() ? u"http"_s : u"https"_s);
    url.setHost(any ? u"localhost"_s : server.host);
    url.setPort(server.port);
    return url;
}

/// Of the Nova that runs on the files; empty where there has been none yet, who would have made it.
Result<QByteArray> tokenOf(const Settings::Server &server, const Locations &locations)
{
    const TokenFile file = tokenFileOf(server, locations);
    return QFileInfo::exists(file.path()) ? file.loadOrCreate() : Result<QByteArray>(QByteArray());
}

QString realPath(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

} // namespace

RunningNova::RunningNova(Place place)
    : m_place(std::move(place))
{
}

Result<std::optional<RunningNova::Place>> RunningNova::placeOf(const CommandLine &command, const Locations &locations)
{
    if (!command.connect.isEmpty()) {
        const auto address = RemoteAddress::of(QUrl(command.connect, QUrl::StrictMode));
        if (!address)
            return tl::unexpected(address.error());
        return Place{*address, qgetenv("NOVA_CONNECT_TOKEN").trimmed(), {}, true, {}};
    }
    const auto settings = effectiveSettings(command, locations);
    if (!settings)
        return tl::unexpected(settings.error());
    if (settings->server.port == 0) // Any free one: nobody but itself knows which.
        return std::nullopt;
    const auto address = RemoteAddress::of(addressOf(settings->server));
    const auto token = tokenOf(settings->server, locations);
    if (!address || !token)
        return tl::unexpected(address ? token.error() : address.error());
    return Place{*address, *token, QFile::encodeName(locations.besideSettings(settings->server.tlsCertificate)), false,
                 locations.state};
}

Result<std::unique_ptr<RunningNova>> RunningNova::find(const CommandLine &command, const Locations &locations)
{
    if (command.filesAlone)
        return nullptr;
    const auto place = placeOf(command, locations);
    if (!place)
        return tl::unexpected(place.error());
    if (!*place)
        return nullptr;
    std::unique_ptr<RunningNova> nova(new RunningNova(**place));
    const auto met = nova->meet();
    if (!met)
        return tl::unexpected(met.error());
    if (!*met)
        return nullptr;
    if (const auto same = nova->compareFiles(locations); !same)
        return tl::unexpected(same.error());
    return nova;
}

Result<bool> RunningNova::meet()
{
    const HttpReply reply = wait({.path = u"/health"_s, .timeout = meetsWithin}, false);
    if (reply.failure == HttpFailure::Refused && !m_place.isElsewhere)
        return false;
    const QJsonObject said = QJsonDocument::fromJson(reply.body).object();
    if (reply.failure == HttpFailure::None && reply.status == 200 && said[u"status"].isString() &&
        said[u"version"].isString() && said[u"uptime_s"].isDouble())
        return true;
    const bool isSilent = reply.failure != HttpFailure::None && reply.failure != HttpFailure::NotHttp;
    if (isSilent || reply.status == 421 || reply.status == 503 || m_place.isElsewhere)
        return failure(ErrorCode::Unavailable, linkProblem(m_place.address, reply).sentence);
    return failure(ErrorCode::Unavailable,
                   u"What answers at %1 is not Nova. Say where it is with --port or --connect, or work on the files "
                   "alone with --files."_s.arg(m_place.address.text()));
}

Result<void> RunningNova::compareFiles(const Locations &locations)
{
    const auto catalog = get(u"/api/mcp"_s);
    if (!catalog)
        return tl::unexpected(catalog.error());
    const QString theirs = (*catalog)[u"path"].toString();
    if (m_place.isElsewhere || realPath(theirs) == realPath(locations.catalog()))
        return {};
    return failure(ErrorCode::Conflict,
                   u"The Nova at %1 is on other files (%2), not on %3. Choose its files with --root, another Nova with "
                   "--port or --connect, or these files alone with --files."_s.arg(m_place.address.text(), theirs,
                                                                                   locations.catalog()));
}

quint64 RunningNova::send(const RemoteRequest &request, HttpClient::Done done)
{
    return sendAs(request, true, std::move(done));
}

quint64 RunningNova::sendAs(const RemoteRequest &request, bool withToken, HttpClient::Done done)
{
    HttpRequest http;
    http.method = request.method;
    http.url = m_place.address.resource(request.path);
    http.headers = request.headers;
    if (withToken && !m_place.token.isEmpty())
        http.headers.append({"Authorization", "Bearer " + m_place.token});
    if (!request.body.isEmpty())
        http.headers.append({"Content-Type", request.bodyType});
    http.body = request.body;
    http.timeout = request.timeout;
    http.maxBody = maxAnswer;
    http.onlyOnce = request.isWrite;
    http.certificate = m_place.certificate;
    return m_client.send(std::move(http), std::move(done));
}

HttpReply RunningNova::wait(const RemoteRequest &request, bool withToken)
{
    HttpReply answer;
    QEventLoop loop;
    sendAs(request, withToken, [&](const HttpReply &reply) {
        answer = reply;
        loop.quit();
    });
    loop.exec();
    return answer;
}

Result<HttpReply> RunningNova::ask(const RemoteRequest &request)
{
    const HttpReply reply = wait(request, true);
    if (reply.failure == HttpFailure::None && reply.status >= 200 && reply.status < 300)
        return reply;
    return tl::unexpected(errorOf(reply, request.isWrite));
}

Result<QJsonObject> RunningNova::get(const QString &path)
{
    return ask({.path = path}).and_then([this](const HttpReply &reply) -> Result<QJsonObject> {
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        if (!document.isObject())
            return tl::unexpected(strangeAnswer(m_place.address, u"it is not JSON."_s, false));
        return document.object();
    });
}

std::unique_ptr<RemoteSocket> RunningNova::openSocket(const QString &epoch, quint64 seq) const
{
    return std::make_unique<RemoteSocket>(m_place.address.socket(epoch, seq), m_place.token, RemoteSocket::Timing(),
                                          nullptr, QFile::decodeName(m_place.certificate));
}

Error RunningNova::errorOf(const HttpReply &reply, bool isWrite) const
{
    const bool isRefusal = reply.failure == HttpFailure::None && reply.status == 401;
    return isRefusal ? wrongTokenError() : callError(m_place.address, reply, isWrite);
}

Error RunningNova::wrongTokenError() const
{
    if (!m_place.isElsewhere)
        return {
            ErrorCode::PermissionDenied,
            u"The Nova at %1 does not take the token of %2: it is another user's, has another state folder, or "
            "has not been started again since «token --rotate». Choose that with --state-dir, another Nova with --port, or the files alone with --files."_s
                .arg(m_place.address.text(), m_place.state)};
    if (m_place.token.isEmpty())
        return {
            ErrorCode::PermissionDenied,
            u"%1 wants a token. «nova-settingsd token», run there, prints it; put it into NOVA_CONNECT_TOKEN."_s.arg(
                m_place.address.name())};
    return {ErrorCode::PermissionDenied, wrongToken(m_place.address).sentence};
}

} // namespace nova
