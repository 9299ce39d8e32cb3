#include "app/cli/running_access.h"

#include "app/remote/remote_problem.h"
#include "core/service/answer_reader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nova
{

RunningAccess::RunningAccess(std::unique_ptr<RunningNova> nova)
    : m_nova(std::move(nova))
{
}

Result<QJsonObject> RunningAccess::catalog()
{
    return m_nova->get(u"/api/mcp"_s);
}

Result<QByteArray> RunningAccess::catalogText()
{
    return m_nova->ask({.path = u"/api/config/backups/current"_s, .headers = {{"Accept", "text/plain"}}})
        .map([](const HttpReply &reply) { return reply.body; });
}

template <typename T>
Result<T> RunningAccess::write(RemoteRequest request, const std::optional<QString> &ifMatch, const QJsonObject &body)
{
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.isWrite = true;
    if (ifMatch)
        request.headers.append({"If-Match", '"' + ifMatch->toUtf8() + '"'});
    return m_nova->ask(request).and_then([this](const HttpReply &reply) {
        return fromJson<T>(QJsonDocument::fromJson(reply.body).object()).map_error([this](const Error &error) {
            return strangeAnswer(m_nova->address(), error.message, true);
        });
    });
}

Result<Toggled> RunningAccess::toggle(const ToggleCommand &command)
{
    QJsonObject body;
    if (command.enabled)
        body[u"enabled"_s] = *command.enabled;
    return write<Toggled>({.method = "PUT", .path = u"/api/mcp/%1/toggle"_s.arg(pathSegment(command.name))},
                          command.ifMatch, body);
}

Result<ServerSaved> RunningAccess::add(const AddServerCommand &command)
{
    QJsonObject body = command.fields;
    body[u"name"_s] = command.name;
    return write<ServerSaved>({.method = "POST", .path = u"/api/mcp"_s}, command.ifMatch, body);
}

} // namespace nova
