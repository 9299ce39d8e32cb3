#pragma once

#include "core/net/http_call.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <deque>
#include <unordered_map>

class QSocketNotifier;

namespace nova
{

/// Asks other people's HTTP servers: libcurl's multi interface, driven by this thread's event loop. Nothing waits,
/// nothing is followed, kept or added on the way (no redirects, cookies, proxies or authentication of its own); an
/// answer costs at most its deadline and its limit of bytes. Lives in one thread.
class HttpClient final : public QObject
{
    Q_OBJECT

public:
    using Done = HttpCall::Done;

    explicit HttpClient(QObject *parent = nullptr);
    /// Requests on their way end without an answer.
    ~HttpClient() override;

    /// Sends; `done` is called once, later, from the event loop. It may send and cancel. The number is for cancel().
    quint64 send(HttpRequest request, Done done);
    /// Ends a request; its `done` is not called any more. A number that is over is fine.
    void cancel(quint64 call);

    [[nodiscard]] qsizetype running() const { return qsizetype(m_calls.size()); }

private:
    struct Watch;

    void act(curl_socket_t socket, int events);
    void collect();
    void watch(curl_socket_t socket, int what);
    static int onSocket(CURL *handle, curl_socket_t socket, int what, void *client, void *watch);
    static int onTimer(CURLM *multi, long milliseconds, void *client);

    CURLM *m_multi;
    QTimer m_timer;
    std::unordered_map<curl_socket_t, std::unique_ptr<Watch>> m_watches;
    std::unordered_map<quint64, std::unique_ptr<HttpCall>> m_calls;
    std::deque<std::pair<quint64, std::unique_ptr<HttpCall>>> m_finished; ///< Not told yet.
    quint64 m_lastCall = 0;
};

} // namespace nova
