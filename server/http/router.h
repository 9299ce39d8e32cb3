#pragma once

#include "server/http/http_message.h"

#include <QStringList>

namespace nova
{

/// Who may call a route, once Host and Origin are right.
enum class Access {
    Public,        ///< Anybody; says nothing that is not for everybody.
    Probe,         ///< As Public, and by whatever address: a supervisor asks by the one that it knows.
    Authenticated, ///< With the token, or a session (and its CSRF token for a write).
};

/// One line of the API: everything about who may call it, and how, stands beside its handler.
struct Route {
    QByteArray method;
    QString pattern; ///< "/api/mcp/{name}/toggle": a segment in braces matches one segment, decoded.
    Access access = Access::Authenticated;
    /// Bodies of other kinds are refused before they are read.
    enum class Body {
        None,
        Json, ///< An object; in a PATCH also as application/merge-patch+json.
        Text, ///< A whole text: as «content» of a JSON object, or as it is.
    } body = Body::None;
    bool upgrade = false; ///< A WebSocket: the handler is not called, the socket goes to the hub.
    std::function<void(const Request &, const Responder &)> handler{};
};

/// The table of all routes.
class Router
{
public:
    struct Match {
        const Route *route = nullptr;
        std::vector<std::pair<QString, QString>> parameters;
        QByteArrayList allowed; ///< The methods this path has, where the asked one is not among them.
    };

    void add(Route route);
    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

    /// `path` is still encoded. HEAD finds the GET route.
    [[nodiscard]] Match match(const QByteArray &method, const QByteArray &path) const;

private:
    std::vector<Route> m_routes;
    std::vector<QStringList> m_segments; ///< Of each route's pattern.
};

/// The decoded segments of a path; nothing where it tries to leave its place or to hide something: "..", an encoded
/// slash or backslash, NUL, a broken or non-UTF-8 encoding.
[[nodiscard]] std::optional<QStringList> decodePath(const QByteArray &path);

} // namespace nova
