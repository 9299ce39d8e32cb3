#include "server/http/request_parser.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace http = boost::beast::http;
using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QByteArray bytesOf(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

RequestParser::Refusal refusalFor(const boost::system::error_code &error)
{
    if (error == http::error::header_limit)
        return {431, u"The request's head is longer than 16 KiB."_s};
    if (error == http::error::body_limit)
        return {413, u"The request's body is longer than 1 MiB."_s};
    return {400, u"The request is not valid HTTP: %1."_s.arg(QString::fromStdString(error.message()))};
}

/// Beast joins a folded line to the one before. RFC 9112 §5.2 lets a server refuse it, and so do we.
bool hasFoldedLine(QByteArrayView head)
{
    return head.indexOf("\r\n ") >= 0 || head.indexOf("\r\n\t") >= 0;
}

/// RFC 9112 §3.2.1: a path that begins with a slash; visible ASCII only.
bool isOriginForm(const QByteArray &target)
{
    return target.startsWith('/') &&
           std::all_of(target.begin(), target.end(), [](char c) { return c > ' ' && c < 0x7f && c != '#'; });
}

} // namespace

struct RequestParser::Private {
    http::request_parser<http::string_body> parser;
};

RequestParser::RequestParser()
    : d(std::make_unique<Private>())
{
    d->parser.header_limit(std::uint32_t(maxHead));
    d->parser.body_limit(std::uint64_t(maxBody));
}

RequestParser::~RequestParser() = default;

RequestParser::Refusal RequestParser::parseHead(QByteArrayView bytes)
{
    boost::system::error_code error;
    d->parser.eager(false);
    d->parser.put(boost::asio::const_buffer(bytes.data(), size_t(bytes.size())), error);
    if (error && error != http::error::need_more)
        return refusalFor(error);
    if (!d->parser.is_header_done())
        return {400, u"The request is not valid HTTP."_s};
    if (hasFoldedLine(bytes))
        return {400, u"The request folds a header over two lines."_s};

    const auto &message = d->parser.get();
    m_head.method = bytesOf(message.method_string());
    m_head.target = bytesOf(message.target());
    m_head.version = int(message.version());
    for (const auto &field : message)
        m_head.headers.emplace_back(bytesOf(field.name_string()), bytesOf(field.value()));
    if (m_head.version != 10 && m_head.version != 11)
        return {505, u"Only HTTP/1.0 and HTTP/1.1 are spoken here."_s};
    if (!isOriginForm(m_head.target))
        return {400, u"The request's target has to be a path."_s};
    const auto codings = m_head.all("Transfer-Encoding");
    if (!codings.empty() &&
        (codings.size() > 1 || codings.front().compare("chunked", Qt::CaseInsensitive) != 0 || m_head.version == 10))
        return {400, u"The only transfer coding is chunked."_s};
    d->parser.eager(true);
    return {};
}

bool RequestParser::keepAlive() const
{
    return d->parser.keep_alive();
}

bool RequestParser::hasBody() const
{
    return d->parser.chunked() || d->parser.content_length().value_or(0) > 0;
}

bool RequestParser::isDone() const
{
    return d->parser.is_done();
}

RequestParser::Refusal RequestParser::putBody(QByteArrayView bytes, qsizetype *used)
{
    boost::system::error_code error;
    *used = qsizetype(d->parser.put(boost::asio::const_buffer(bytes.data(), size_t(bytes.size())), error));
    if (error && error != http::error::need_more)
        return refusalFor(error);
    return {};
}

QByteArray RequestParser::takeBody()
{
    return QByteArray::fromStdString(d->parser.get().body());
}

qsizetype findHeadEnd(QByteArrayView bytes)
{
    for (qsizetype i = 0; (i = bytes.indexOf('\n', i)) >= 0; ++i) {
        if (i == 0 || bytes[i - 1] != '\r')
            return -1;
        if (i >= 3 && bytes[i - 2] == '\n')
            return i + 1;
    }
    return 0;
}

} // namespace nova
