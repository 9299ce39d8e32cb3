#include "server/ws/handshake.h"

#include "server/http/problem.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// Whether a list of tokens (RFC 9110 §5.6.1), perhaps over several headers, has this one.
bool names(const std::vector<QByteArray> &headers, QByteArrayView token)
{
    for (const QByteArray &header : headers) {
        const auto parts = header.split(',');
        for (const QByteArray &part : parts) {
            if (part.trimmed().compare(token, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

/// 16 bytes in base64.
bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).size() == 16;
}

tl::unexpected<Response> askForUpgrade(const QString &detail)
{
    Response response = problem(426, detail);
    response.with("Upgrade", "websocket").with("Sec-WebSocket-Version", "13");
    return tl::unexpected(response);
}

} // namespace

tl::expected<QByteArray, Response> answerHandshake(const RequestHead &head)
{
    if (head.version < 11 || !names(head.all("Upgrade"), "websocket") || !names(head.all("Connection"), "upgrade"))
        return askForUpgrade(u"This is a WebSocket: ask for the upgrade."_s);
    if (head.all("Sec-WebSocket-Version") != std::vector<QByteArray>{"13"})
        return askForUpgrade(u"The only version of the WebSocket protocol is 13."_s);
    const auto keys = head.all("Sec-WebSocket-Key");
    if (keys.size() != 1 || !isKey(keys.front()))
        return tl::unexpected(problem(400, u"Sec-WebSocket-Key has to be 16 bytes in base64, once."_s));
    const QByteArray accept =
        QCryptographicHash::hash(QByteArray(keys.front() + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"),
                                 QCryptographicHash::Sha1)
            .toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
           accept + "\r\n\r\n";
}

} // namespace nova
