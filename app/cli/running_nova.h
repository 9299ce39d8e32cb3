#pragma once

#include "app/host/command_line.h"
#include "app/host/locations.h"
#include "app/remote/remote_http.h"
#include "app/remote/remote_socket.h"
#include "core/settings/settings.h"

#include <QJsonObject>

namespace nova
{

/// A Nova that runs, and is the one that is meant: over its API. A command's only way to one.
///
/// Nobody gets the token who does not say first that he is a Nova.
class RunningNova
{
public:
    /// The one at --connect, else the one that runs on these files, as the settings say where it is. Null where none
    /// runs; an error where somebody else is in its place, and where the one that was asked for cannot be had.
    [[nodiscard]] static Result<std::unique_ptr<RunningNova>> find(const CommandLine &command,
                                                                   const Locations &locations);

    [[nodiscard]] const RemoteAddress &address() const { return m_place.address; }
    [[nodiscard]] bool isElsewhere() const { return m_place.isElsewhere; }

    /// As HttpClient, with the token.
    quint64 send(const RemoteRequest &request, HttpClient::Done done);
    /// The same, waiting. Runs the event loop.
    [[nodiscard]] Result<HttpReply> ask(const RemoteRequest &request);
    /// What a resource says.
    [[nodiscard]] Result<QJsonObject> get(const QString &path);
    /// Its events after this position. The caller owns it.
    [[nodiscard]] std::unique_ptr<RemoteSocket> openSocket(const QString &epoch, quint64 seq) const;
    /// It does not take the token.
    [[nodiscard]] Error wrongTokenError() const;
    /// Why an answer is none.
    [[nodiscard]] Error errorOf(const HttpReply &reply, bool isWrite) const;

private:
    struct Place {
        RemoteAddress address;
        QByteArray token;
        QByteArray certificate; ///< That it shows, where we know it.
        bool isElsewhere = false;
        QString state; ///< The folder that the token is from.
    };
    explicit RunningNova(Place place);
    [[nodiscard]] static Result<std::optional<Place>> placeOf(const CommandLine &command, const Locations &locations);
    quint64 sendAs(const RemoteRequest &request, bool withToken, HttpClient::Done done);
    [[nodiscard]] HttpReply wait(const RemoteRequest &request, bool withToken);
    /// Whether a Nova is there at all.
    [[nodiscard]] Result<bool> meet();
    /// Whether it is on these files.
    [[nodiscard]] Result<void> compareFiles(const Locations &locations);

    const Place m_place;
    HttpClient m_client;
};

} // namespace nova
