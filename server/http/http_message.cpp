#include "server/http/http_message.h"

#include <boost/beast/http/status.hpp>

#include <algorithm>

namespace nova
{

namespace
{

QByteArray firstValue(const HeaderList &headers, QByteArrayView name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace

std::vector<QByteArray> RequestHead::all(QByteArrayView name) const
{
    std::vector<QByteArray> values;
    for (const auto &[header, value] : headers) {
        if (header.compare(name, Qt::CaseInsensitive) == 0)
            values.push_back(value);
    }
    return values;
}

QByteArray RequestHead::value(QByteArrayView name) const
{
    return firstValue(headers, name);
}

QByteArray mediaTypeOf(const RequestHead &head)
{
    return head.value("Content-Type").split(';').first().trimmed().toLower();
}

QString Request::parameter(QStringView name) const
{
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [name](const auto &p) { return p.first == name; });
    return found == parameters.end() ? QString() : found->second;
}

Response Response::json(int status, const QJsonObject &object)
{
    return jsonText(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Response Response::jsonText(int status, QByteArray text)
{
    return {status, "application/json", std::move(text)};
}

Response &Response::with(QByteArray name, QByteArray value)
{
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

QByteArray Response::header(QByteArrayView name) const
{
    return firstValue(headers, name);
}

QByteArray serializeHead(const Response &response, bool keepAlive)
{
    const auto reason = boost::beast::http::obsolete_reason(boost::beast::http::status(response.status));
    QByteArray head;
    head.reserve(768);
    head.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    head.append(reason.data(), qsizetype(reason.size())).append("\r\n");
    const auto add = [&head](QByteArrayView name, QByteArrayView value) {
        head.append(name).append(": ");
        // No value of ours holds a line break; should one ever, it must not become a header.
        for (const char c : value)
            head.append(c == '\r' || c == '\n' ? ' ' : c);
        head.append("\r\n");
    };
    if (!response.contentType.isEmpty())
        add("Content-Type", response.contentType);
    if (response.status != 304)
        add("Content-Length", QByteArray::number(response.body.size()));
    for (const auto &[name, value] : response.headers)
        add(name, value);
    // What a browser may do with anything that comes from here.
    add("Content-Security-Policy",
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'");
    add("X-Content-Type-Options", "nosniff");
    add("X-Frame-Options", "DENY");
    add("Referrer-Policy", "no-referrer");
    add("Cross-Origin-Resource-Policy", "same-origin");
    add("Connection", keepAlive ? "keep-alive" : "close");
    head.append("\r\n");
    return head;
}

} // namespace nova
