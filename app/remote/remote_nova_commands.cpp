#include "app/remote/remote_nova.h"

#include "core/prompt/prompt.h"
#include "core/service/answer_reader.h"
#include "core/service/state_reader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

// The commands of RemoteNova: each becomes a request to the API.

namespace nova
{

namespace
{

QString serverPath(const QString &name)
{
    return u"/api/mcp/"_s + pathSegment(name);
}

QString textPath(DocumentKind kind)
{
    return kind == DocumentKind::Catalog ? u"/api/config"_s : u"/api/prompt"_s;
}

QString versionsPath(DocumentKind kind)
{
    return textPath(kind) + (kind == DocumentKind::Catalog ? u"/backups"_s : u"/versions"_s);
}

QByteArray quoted(const QString &revision)
{
    return '"' + revision.toUtf8() + '"';
}

/// A command on the revision that the caller has seen, where there is one.
RemoteRequest command(const QByteArray &method, const QString &path, const std::optional<QString> &ifMatch)
{
    RemoteRequest request{.method = method, .path = path, .isWrite = true};
    if (ifMatch)
        request.headers.append({"If-Match", quoted(*ifMatch)});
    return request;
}

RemoteRequest withBody(RemoteRequest request, const QJsonObject &body)
{
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

template <typename T>
Result<T> readAnswer(const HttpReply &reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject())
        return failure(ErrorCode::Io, u"the answer is not JSON."_s);
    return fromJson<T>(document.object());
}

template <typename T>
Result<std::shared_ptr<const T>> readShared(const HttpReply &reply)
{
    return readAnswer<T>(reply).map([](const T &value) { return std::make_shared<const T>(value); });
}

} // namespace

std::optional<Error> RemoteNova::whyNot(bool isWrite) const
{
    if (m_link.isUp())
        return std::nullopt;
    const QString end = isWrite ? u"; nothing was changed."_s : u"."_s;
    if (m_link.phase == LinkState::Phase::Connecting)
        return Error{ErrorCode::Unavailable, u"%1 has not answered yet%2"_s.arg(name(), end)};
    if (m_link.phase == LinkState::Phase::Refused)
        return Error{ErrorCode::Unavailable, u"%1 does not let this program in%2"_s.arg(name(), end)};
    const QString since = m_link.since.toLocalTime().toString(u"HH:mm"_s);
    return Error{ErrorCode::Unavailable, u"%1 cannot be reached since %2%3"_s.arg(name(), since, end)};
}

template <typename T, typename Read>
void RemoteNova::ask(const RemoteRequest &request, const Reply<T> &reply, Read readReply)
{
    m_mailbox->post([this, request, reply, readReply] {
        if (const auto reason = whyNot(request.isWrite))
            return reply(tl::unexpected(*reason));
        m_wire->calls.send(request, [this, isWrite = request.isWrite, reply,
                                     readReply](const Result<HttpReply> &answer) {
            Result<T> value = answer.and_then([&](const HttpReply &whole) -> Result<T> { return readReply(whole); });
            if (answer && !value)
                value = tl::unexpected(strangeAnswer(*m_address, value.error().message, isWrite));
            // Who hears that it was done, or that another was first, finds that in the state.
            const bool isNews = isWrite && (value || value.error().code == ErrorCode::StaleRevision);
            if (isNews && m_step == Step::Up)
                m_replies.add(m_wire->fetch.wantNewer(), [reply, value] { reply(value); });
            else
                reply(value);
        });
    });
}

template <typename T>
void RemoteNova::askFor(const RemoteRequest &request, const Reply<T> &reply)
{
    RemoteRequest timed = request;
    timed.timeout = m_timing.command;
    ask(timed, reply, readAnswer<T>);
}

void RemoteNova::toggle(ToggleCommand asked, Caller caller, Reply<Toggled> reply)
{
    Q_UNUSED(caller) // Here as in all of these: who asks is for the other side to say.
    QJsonObject body;
    if (asked.enabled)
        body[u"enabled"_s] = *asked.enabled;
    askFor(withBody(command("PUT", serverPath(asked.name) + u"/toggle"_s, asked.ifMatch), body), reply);
}

void RemoteNova::addServer(AddServerCommand asked, Caller caller, Reply<ServerSaved> reply)
{
    Q_UNUSED(caller)
    QJsonObject body = asked.fields;
    body[u"name"_s] = asked.name;
    askFor(withBody(command("POST", u"/api/mcp"_s, asked.ifMatch), body), reply);
}

void RemoteNova::changeServer(ChangeServerCommand asked, Caller caller, Reply<ServerSaved> reply)
{
    Q_UNUSED(caller)
    QJsonObject body = asked.fields;
    if (asked.newName)
        body[u"name"_s] = *asked.newName;
    askFor(withBody(command("PATCH", serverPath(asked.name), asked.ifMatch), body), reply);
}

void RemoteNova::removeServer(RemoveServerCommand asked, Caller caller, Reply<ServerSaved> reply)
{
    Q_UNUSED(caller)
    askFor(command("DELETE", serverPath(asked.name), asked.ifMatch), reply);
}

void RemoteNova::moveServer(MoveServerCommand asked, Caller caller, Reply<ServerSaved> reply)
{
    Q_UNUSED(caller)
    const QJsonObject body{{u"before"_s, asked.before ? QJsonValue(*asked.before) : QJsonValue()}};
    askFor(withBody(command("PUT", serverPath(asked.name) + u"/position"_s, asked.ifMatch), body), reply);
}

void RemoteNova::saveText(SaveTextCommand asked, Caller caller, Reply<TextSaved> reply)
{
    Q_UNUSED(caller)
    RemoteRequest request = command("PUT", textPath(asked.document), asked.ifMatch);
    if (!asked.ifMatch)
        request.headers.append(HttpHeader{"If-Match", "*"}); // A whole text is replaced only by who says so.
    // As it is: in JSON, bytes that are no UTF-8 would become others on the way.
    request.body = asked.text;
    request.bodyType = asked.document == DocumentKind::Catalog ? "application/yaml" : "text/markdown";
    askFor(request, reply);
}

void RemoteNova::restore(RestoreCommand asked, Caller caller, Reply<TextSaved> reply)
{
    Q_UNUSED(caller)
    askFor(command("POST", textPath(asked.document) + u"/restore/"_s + pathSegment(asked.id), asked.ifMatch), reply);
}

void RemoteNova::broadcast(BroadcastCommand asked, Caller caller, Reply<Event> reply)
{
    Q_UNUSED(caller)
    RemoteRequest request =
        withBody(command("POST", u"/ws/broadcast"_s, {}), {{u"type"_s, toString(asked.type)}, {u"data"_s, asked.data}});
    request.timeout = m_timing.command;
    ask(request, reply, [asked](const HttpReply &answer) -> Result<Event> {
        QString problem;
        const JsonFields fields(QJsonDocument::fromJson(answer.body).object(), problem);
        const Event event{fields.text("id"_L1), asked.type, QDateTime::currentDateTimeUtc(),
                          asked.data,           {},         quint64(fields.count("seq"_L1))};
        return problem.isEmpty() ? Result<Event>(event) : failure(ErrorCode::Io, problem);
    });
}

void RemoteNova::readText(DocumentKind document, QString id, Reply<StoredText> reply)
{
    // «current», too: the text in force may be another one than that of the file.
    RemoteRequest request{.path = versionsPath(document) + u'/' + pathSegment(id),
                          .headers = {{"Accept", "text/plain"}},
                          .timeout = m_timing.command};
    ask(request, reply, [id](const HttpReply &answer) -> Result<StoredText> {
        const QByteArray tag = answer.header("ETag");
        if (tag.size() < 2 || !tag.startsWith('"') || !tag.endsWith('"'))
            return failure(ErrorCode::Io, u"the text has no revision."_s);
        return StoredText{id, answer.body, QString::fromUtf8(tag.mid(1).chopped(1))};
    });
}

void RemoteNova::listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply)
{
    askFor({.path = versionsPath(document)}, reply);
}

void RemoteNova::compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply)
{
    askFor({.path = versionsPath(document) + u'/' + pathSegment(from) + u"/diff?to="_s + pathSegment(to)}, reply);
}

void RemoteNova::readEvents(Reply<QList<Event>> reply)
{
    constexpr quint64 kept = 1000; // As many as a Nova keeps, if they are not large.
    m_mailbox->post([this, reply] { askEvents(kept, reply); });
}

void RemoteNova::askEvents(quint64 howMany, const Reply<QList<Event>> &reply)
{
    const quint64 from = m_seq > howMany ? m_seq - howMany : 0;
    RemoteRequest request{.path = u"/api/events?epoch=%1&seq=%2"_s.arg(pathSegment(m_epoch)).arg(from),
                          .timeout = m_timing.command};
    const Reply<QJsonObject> taken(m_mailbox, [this, howMany, reply](const Result<QJsonObject> &answer) {
        if (!answer)
            return reply(tl::unexpected(answer.error()));
        // The oldest may be gone; it does not say how many it has.
        if (!(*answer)[u"complete"].toBool() && howMany > 1)
            return askEvents(howMany * 9 / 10, reply);
        QString problem;
        QList<Event> events;
        JsonFields fields(*answer, problem);
        if (fields.has("events"_L1))
            fields.each("events"_L1, [&](const JsonFields &one) { read(one, events.emplaceBack()); });
        // What has not been told yet will be.
        events.removeIf([this](const Event &event) { return event.seq > m_seq; });
        if (problem.isEmpty())
            reply(events);
        else
            reply(tl::unexpected(strangeAnswer(*m_address, problem, false)));
    });
    ask(request, taken, [](const HttpReply &answer) -> Result<QJsonObject> {
        const QJsonDocument document = QJsonDocument::fromJson(answer.body);
        if (!document.isObject())
            return failure(ErrorCode::Io, u"the answer is not JSON."_s);
        return document.object();
    });
}

void RemoteNova::check(QString server, Caller caller, Reply<HealthReportPtr> reply)
{
    Q_UNUSED(caller)
    RemoteRequest request = command("POST", serverPath(server) + u"/check"_s, {});
    request.timeout = m_timing.slowCommand;
    ask(request, reply, readShared<HealthReport>);
}

void RemoteNova::readHistory(QString server, Reply<HealthHistory> reply)
{
    askFor({.path = serverPath(server) + u"/history"_s}, reply);
}

void RemoteNova::restart(QString service, Caller caller, Reply<RestartResult> reply)
{
    Q_UNUSED(caller)
    RemoteRequest request = command("POST", u"/api/admin/restart/"_s + pathSegment(service), {});
    request.timeout = m_timing.slowCommand;
    ask(request, reply, readAnswer<RestartResult>);
}

void RemoteNova::validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply)
{
    if (document == DocumentKind::Prompt)
        return reply(interpretPrompt(text)); // What a prompt may be is the same everywhere.
    RemoteRequest request{.method = "POST",
                          .path = u"/api/config/validate"_s,
                          .body = text,
                          .bodyType = "application/yaml",
                          .timeout = m_timing.command};
    ask(request, reply, readShared<Interpretation>);
}

void RemoteNova::reload()
{
    m_mailbox->post([this] {
        if (m_step == Step::Up)
            m_wire->fetch.want();
    });
}

} // namespace nova
