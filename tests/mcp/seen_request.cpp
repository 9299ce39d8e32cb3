#include "tests/mcp/seen_request.h"

#include <QJsonDocument>

namespace nova::test
{

QByteArray SeenRequest::header(QByteArrayView name) const
{
    for (const HttpHeader &field : headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

QString SeenRequest::call() const
{
    return method == "POST" ? rpc() : QString::fromLatin1(method);
}

std::optional<SeenRequest> takeRequest(QByteArray &come)
{
    const qsizetype headEnd = come.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    QList<QByteArray> lines = come.first(headEnd).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    SeenRequest request;
    request.method = first.value(0);
    request.path = first.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(std::max<qsizetype>(0, colon)), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype size = request.header("Content-Length").toLongLong();
    if (come.size() < headEnd + 4 + size)
        return std::nullopt;
    request.body = come.sliced(headEnd + 4, size);
    request.json = QJsonDocument::fromJson(request.body).object();
    come.remove(0, headEnd + 4 + size);
    return request;
}

} // namespace nova::test
