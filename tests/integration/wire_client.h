#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace nova::test
{

/// An HTTP client that is one connection and no more: it blocks, belongs to any thread, and sees the very moment in
/// which the other side dies. Sending and receiving are two steps, so that one thread can have many requests under way.
class WireClient
{
public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QByteArray body{};
        QByteArray type = "application/json"; ///< Of the body.
        QByteArray ifMatch{};                 ///< As it goes over the wire; empty: no such header.
    };

    struct Answer {
        int status = 0; ///< 0: the connection ended instead.
        QByteArray etag{};
        QByteArray type{};
        QByteArray body{};
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    WireClient(quint16 port, const QString &token);
    ~WireClient();
    Q_DISABLE_COPY_MOVE(WireClient)

    bool send(const Request &request);
    [[nodiscard]] Answer receive();
    [[nodiscard]] Answer call(const Request &request);

private:
    /// Reads more; false where there is no more.
    bool fill();

    int m_descriptor = -1;
    const QByteArray m_common; ///< The header lines of every request.
    QByteArray m_received;
};

} // namespace nova::test
