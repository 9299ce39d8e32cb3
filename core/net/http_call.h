#pragma once

#include "core/net/http_exchange.h"

#include <array>
#include <curl/curl.h>
#include <memory>

namespace nova
{

/// One request on its way, as libcurl's "easy handle". Used by HttpClient alone.
class HttpCall
{
public:
    using Done = std::function<void(const HttpReply &)>;

    HttpCall(HttpRequest request, Done done);
    ~HttpCall();
    Q_DISABLE_COPY_MOVE(HttpCall)

    [[nodiscard]] CURL *handle() const { return m_handle; }

    /// Fills in how it ended. Once, after the handle has left the multi handle.
    void finish(CURLcode result);
    void answer() const { m_done(m_reply); }

private:
    void prepare();
    [[nodiscard]] bool takeHeader(QByteArrayView line);
    [[nodiscard]] bool takeBody(QByteArrayView piece);
    static size_t onHeader(char *data, size_t size, size_t count, void *call);
    static size_t onBody(char *data, size_t size, size_t count, void *call);

    const HttpRequest m_request;
    const Done m_done;
    CURL *m_handle;
    curl_slist *m_headers = nullptr;
    HttpReply m_reply;
    qsizetype m_headSize = 0;
    bool m_headIsWhole = false; ///< Its last, empty line has come.
    bool m_tooLarge = false;
    std::array<char, CURL_ERROR_SIZE> m_error{};
};

} // namespace nova
