#include "core/net/http_call.h"

#include <cerrno>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr qsizetype maxHead = 64 * 1024;

HttpFailure connectFailure(CURL *handle)
{
    long number = 0;
    curl_easy_getinfo(handle, CURLINFO_OS_ERRNO, &number);
    return number == ECONNREFUSED ? HttpFailure::Refused : HttpFailure::NoRoute;
}

HttpFailure failureOf(CURLcode result, CURL *handle)
{
    switch (result) {
    case CURLE_OK:
        return HttpFailure::None;
    case CURLE_URL_MALFORMAT:
        return HttpFailure::BadUrl;
    case CURLE_COULDNT_RESOLVE_HOST:
        return HttpFailure::NameUnknown;
    case CURLE_COULDNT_CONNECT:
        return connectFailure(handle);
    case CURLE_OPERATION_TIMEDOUT:
        return HttpFailure::TimedOut;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_ENGINE_INITFAILED:
        return HttpFailure::Tls;
    case CURLE_OUT_OF_MEMORY: // What curl before 8.6 says of one line of a head that is longer than it takes.
#if LIBCURL_VERSION_NUM >= 0x080600
    case CURLE_TOO_LARGE:
#endif
        return HttpFailure::TooLarge;
    case CURLE_UNSUPPORTED_PROTOCOL: // Also «HTTP/0.9»: bytes that begin with no status line.
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
        return HttpFailure::NotHttp;
    default:
        return HttpFailure::Broken;
    }
}

} // namespace

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const HttpHeader &field : headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

HttpCall::HttpCall(HttpRequest request, Done done)
    : m_request(std::move(request))
    , m_done(std::move(done))
    , m_handle(curl_easy_init())
{
    prepare();
}

HttpCall::~HttpCall()
{
    curl_easy_cleanup(m_handle);
    curl_slist_free_all(m_headers);
}

void HttpCall::prepare()
{
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_handle, option, value); };
    set(CURLOPT_ERRORBUFFER, m_error.data());
    set(CURLOPT_URL, m_request.url.constData());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_NOSIGNAL, 1L);
    // A name server that does not answer must not hold up whoever gives up waiting for it.
    set(CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, ""); // Not even one that the environment names: credentials go to the server alone.
    set(CURLOPT_TIMEOUT_MS, std::max(1L, long(m_request.timeout.count())));
    set(CURLOPT_CONNECTTIMEOUT_MS, std::max(1L, long(m_request.timeout.count())));
    set(CURLOPT_HEADERFUNCTION, &HttpCall::onHeader);
    set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    set(CURLOPT_WRITEFUNCTION, &HttpCall::onBody);
    set(CURLOPT_WRITEDATA, static_cast<void *>(this));
    // What OpenSSL's own programs read: where a certificate authority of one's own is.
    const QByteArray authorities = qgetenv("SSL_CERT_FILE");
    if (!authorities.isEmpty())
        set(CURLOPT_CAINFO, authorities.constData());
    if (!m_request.certificate.isEmpty()) {
        set(CURLOPT_CAINFO, m_request.certificate.constData());
        set(CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (m_request.method == "POST" || !m_request.body.isEmpty()) {
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDS, m_request.body.constData());
        set(CURLOPT_POSTFIELDSIZE, long(m_request.body.size()));
    }
    if (m_request.method != "GET" && m_request.method != "POST")
        set(CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    if (m_request.onlyOnce) {
        // On a connection that was idle and turns out to be closed, curl sends again, unasked.
        set(CURLOPT_FRESH_CONNECT, 1L);
        set(CURLOPT_FORBID_REUSE, 1L);
    }
    for (const HttpHeader &header : m_request.headers) {
        const QByteArray line = header.value.isEmpty() ? QByteArray(header.name + ';') // How curl is told of «none».
                                                       : QByteArray(header.name + ": " + header.value);
        m_headers = curl_slist_append(m_headers, line.constData());
    }
    set(CURLOPT_HTTPHEADER, m_headers);
}

bool HttpCall::takeHeader(QByteArrayView line)
{
    m_headSize += line.size();
    m_tooLarge = m_headSize > maxHead;
    if (line.startsWith("HTTP/")) { // Perhaps after a 100: only the last head counts.
        m_reply.headers.clear();
        m_headIsWhole = false;
        return !m_tooLarge;
    }
    m_headIsWhole = m_headIsWhole || line.trimmed().isEmpty();
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        m_reply.headers.append(
            {line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
    return !m_tooLarge;
}

bool HttpCall::takeBody(QByteArrayView piece)
{
    m_tooLarge = m_reply.body.size() + piece.size() > m_request.maxBody;
    if (m_tooLarge)
        return false;
    m_reply.body += piece;
    long status = 0;
    curl_easy_getinfo(m_handle, CURLINFO_RESPONSE_CODE, &status);
    m_reply.cutShort = m_request.isEnough && status >= 200 && status < 300 && m_request.isEnough(piece);
    return !m_reply.cutShort;
}

size_t HttpCall::onHeader(char *data, size_t size, size_t count, void *call)
{
    const auto length = size * count;
    return static_cast<HttpCall *>(call)->takeHeader({data, qsizetype(length)}) ? length : 0;
}

size_t HttpCall::onBody(char *data, size_t size, size_t count, void *call)
{
    const auto length = size * count;
    return static_cast<HttpCall *>(call)->takeBody({data, qsizetype(length)}) ? length : 0;
}

void HttpCall::finish(CURLcode result)
{
    long status = 0;
    curl_easy_getinfo(m_handle, CURLINFO_RESPONSE_CODE, &status);
    m_reply.status = int(status);
    curl_off_t microseconds = 0;
    curl_easy_getinfo(m_handle, CURLINFO_TOTAL_TIME_T, &microseconds);
    m_reply.elapsedMs = int((microseconds + 500) / 1000);
    long bytesSent = 0;
    curl_easy_getinfo(m_handle, CURLINFO_REQUEST_SIZE, &bytesSent);
    m_reply.wasSent = bytesSent > 0;
    if (m_reply.cutShort)
        return;
    m_reply.failure = m_tooLarge ? HttpFailure::TooLarge : failureOf(result, m_handle);
    if (result == CURLE_OK && !m_headIsWhole) { // curl takes the end of a connection for the end of a head.
        m_reply.failure = HttpFailure::Broken;
        m_reply.detail = u"cut in the head of the answer"_s;
        return;
    }
    if (m_reply.failure == HttpFailure::None)
        return;
    const bool isHead = !m_headIsWhole || m_headSize > maxHead;
    m_reply.detail = m_reply.failure == HttpFailure::TooLarge
                         ? u"more than %1 bytes"_s.arg(isHead ? maxHead : m_request.maxBody)
                         : QString::fromUtf8(m_error[0] != 0 ? m_error.data() : curl_easy_strerror(result));
}

} // namespace nova
