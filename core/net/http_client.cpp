#include "core/net/http_client.h"

#include <QSocketNotifier>

#include <mutex>

namespace nova
{

namespace
{

constexpr long maxIdleConnections = 32;

void initialiseOnce()
{
    static std::once_flag done;
    std::call_once(done, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

/// A notifier may be at work just now: it is deleted after that.
struct DeleteLater {
    void operator()(QSocketNotifier *notifier) const
    {
        notifier->setEnabled(false);
        notifier->deleteLater();
    }
};

} // namespace

struct HttpClient::Watch {
    std::unique_ptr<QSocketNotifier, DeleteLater> read;
    std::unique_ptr<QSocketNotifier, DeleteLater> write;
};

HttpClient::HttpClient(QObject *parent)
    : QObject(parent)
{
    initialiseOnce();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &HttpClient::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, static_cast<void *>(this));
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &HttpClient::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, static_cast<void *>(this));
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, maxIdleConnections);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

HttpClient::~HttpClient()
{
    for (const auto &[number, call] : m_calls)
        curl_multi_remove_handle(m_multi, call->handle());
    m_calls.clear();
    curl_multi_cleanup(m_multi);
}

quint64 HttpClient::send(HttpRequest request, Done done)
{
    const quint64 number = ++m_lastCall;
    auto call = std::make_unique<HttpCall>(std::move(request), std::move(done));
    curl_multi_add_handle(m_multi, call->handle());
    m_calls.emplace(number, std::move(call));
    return number;
}

void HttpClient::cancel(quint64 call)
{
    std::erase_if(m_finished, [call](const auto &finished) { return finished.first == call; });
    const auto found = m_calls.find(call);
    if (found == m_calls.end())
        return;
    curl_multi_remove_handle(m_multi, found->second->handle());
    m_calls.erase(found);
}

void HttpClient::act(curl_socket_t socket, int events)
{
    int stillRunning = 0;
    curl_multi_socket_action(m_multi, socket, events, &stillRunning);
    collect();
}

void HttpClient::collect()
{
    int waiting = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &waiting)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        CURL *handle = message->easy_handle;
        const CURLcode result = message->data.result; // The message goes with its handle.
        const auto found = std::find_if(m_calls.begin(), m_calls.end(),
                                        [handle](const auto &entry) { return entry.second->handle() == handle; });
        curl_multi_remove_handle(m_multi, handle);
        if (found == m_calls.end())
            continue;
        found->second->finish(result);
        m_finished.push_back(std::move(*found));
        m_calls.erase(found);
    }
    // Who is told may send, and cancel what has not been told yet.
    while (!m_finished.empty()) {
        const auto [number, call] = std::move(m_finished.front());
        m_finished.pop_front();
        call->answer();
    }
}

void HttpClient::watch(curl_socket_t socket, int what)
{
    if (what == CURL_POLL_REMOVE) {
        m_watches.erase(socket);
        return;
    }
    auto &watch = m_watches[socket];
    if (!watch) {
        watch = std::make_unique<Watch>();
        watch->read.reset(new QSocketNotifier(socket, QSocketNotifier::Read, this));
        watch->write.reset(new QSocketNotifier(socket, QSocketNotifier::Write, this));
        connect(watch->read.get(), &QSocketNotifier::activated, this, [this, socket] { act(socket, CURL_CSELECT_IN); });
        connect(watch->write.get(), &QSocketNotifier::activated, this,
                [this, socket] { act(socket, CURL_CSELECT_OUT); });
    }
    watch->read->setEnabled((what & CURL_POLL_IN) != 0);
    watch->write->setEnabled((what & CURL_POLL_OUT) != 0);
}

int HttpClient::onSocket(CURL *, curl_socket_t socket, int what, void *client, void *)
{
    static_cast<HttpClient *>(client)->watch(socket, what);
    return 0;
}

int HttpClient::onTimer(CURLM *, long milliseconds, void *client)
{
    QTimer &timer = static_cast<HttpClient *>(client)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(int(std::min(milliseconds, 3'600'000L)));
    return 0;
}

} // namespace nova
