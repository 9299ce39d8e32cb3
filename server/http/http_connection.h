#pragma once

#include "server/http/http_service.h"
#include "server/metrics/server_metrics.h"
#include "server/net/stream.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <memory>

namespace nova
{

/// One client's connection: request after request, each read under limits and deadlines, checked, and handed to its
/// route; or handed over as a whole when it becomes a WebSocket. Server thread; owns its stream and deletes itself.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(std::unique_ptr<Stream> stream, const HttpService &service, QObject *parent);
    ~HttpConnection() override;

    /// Called now and then by the server; closes the connection if a deadline has passed.
    void checkDeadline();

    /// Whether an answer is being made or sent; others may be closed at once on shutdown.
    [[nodiscard]] bool isBusy() const { return m_phase == Phase::Handling || m_stream->unsent() > 0; }

    /// Ends it behind the answer that is under way.
    void endSoon();

Q_SIGNALS:
    /// The connection is over, or its stream is a WebSocket now; the object deletes itself.
    void finished();

private:
    enum class Phase { Head, Body, Handling, Over };

    void listen();
    void onReadable();
    void advance();
    [[nodiscard]] bool isReading() const { return m_phase == Phase::Head || m_phase == Phase::Body; }
    [[nodiscard]] bool mayGoOn() const;
    bool readHead();
    bool readBody();
    void receive(qsizetype headSize);
    [[nodiscard]] std::optional<Response> admit();
    [[nodiscard]] std::optional<Response> checkBodyType(const Route &route) const;
    void handOver();
    void handle();
    void respond(Response response);
    void logAccess(const Response &response);
    void drop(ServerMetrics::Dropped why);
    void end();
    void finish();

    const HttpService &m_service;
    std::unique_ptr<Stream> m_stream; ///< Until it is handed over.
    const QString m_peer;             ///< Address and port.
    Phase m_phase = Phase::Head;
    QByteArray m_input; ///< What has been read and not been used.
    std::unique_ptr<RequestParser> m_parser;
    Request m_request;
    const Route *m_route = nullptr;
    QElapsedTimer m_began;
    QDeadlineTimer m_deadline;                          ///< For the request that is awaited or coming in.
    QDeadlineTimer m_writeDue{QDeadlineTimer::Forever}; ///< Until the peer has to have read something more.
    quint64 m_writtenThen = 0;                          ///< When m_writeDue was set.
    quint64 m_serial = 0; ///< Of the request under way: an answer to an earlier one is dropped.
    bool m_keepAlive = false;
    bool m_advancing = false;
};

} // namespace nova
