#pragma once

#include "server/http/http_service.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTcpSocket>
#include <memory>

namespace nova
{

/// One client's connection: request after request, each read under limits and deadlines, checked, and handed to its
/// route; or handed over as a whole when it becomes a WebSocket. Server thread; owns its socket and deletes itself.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, const HttpService &service, QObject *parent);
    ~HttpConnection() override;

    /// Called now and then by the server; closes the connection if its deadline has passed.
    void checkDeadline();

    /// Whether a request is under way; idle connections may be closed at once on shutdown.
    [[nodiscard]] bool isBusy() const { return m_phase == Phase::Handling; }

Q_SIGNALS:
    /// The connection is over, or its socket is a WebSocket now; the object deletes itself.
    void finished();

private:
    enum class Phase { Head, Body, Handling, Over };

    void advance();
    bool readHead();
    bool readBody();
    void receive(qsizetype headSize);
    [[nodiscard]] std::optional<Response> admit();
    [[nodiscard]] std::optional<Response> checkBodyType(const Route &route) const;
    void handOver();
    void handle();
    void respond(Response response);
    void endWriting();
    void logAccess(const Response &response);
    void finish();

    const HttpService &m_service;
    QTcpSocket *m_socket; ///< Child, until it is handed over.
    const QString m_peer; ///< Address and port.
    const QString m_peerAddress;
    Phase m_phase = Phase::Head;
    std::unique_ptr<RequestParser> m_parser;
    QByteArray m_unparsed; ///< Of the body.
    Request m_request;
    const Route *m_route = nullptr;
    QDeadlineTimer m_deadline;
    quint64 m_serial = 0; ///< Of the request under way: an answer to an earlier one is dropped.
    bool m_keepAlive = false;
    bool m_advancing = false;
};

} // namespace nova
