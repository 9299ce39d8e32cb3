#pragma once

#include "server/http/http_message.h"

#include <memory>

namespace nova
{

/// Reads one HTTP/1.1 request (RFC 9112) from bytes that others fetch: Boost.Beast's parser under our limits, and the
/// checks that it leaves to its user. A new one for each request.
class RequestParser
{
public:
    static constexpr qsizetype maxHead = 16 * 1024;
    static constexpr qsizetype maxBody = 1024 * 1024;

    /// Why a request cannot be had: an HTTP status (0 where all is well) and a sentence.
    struct Refusal {
        int status = 0;
        QString detail;
        explicit operator bool() const { return status != 0; }
    };

    RequestParser();
    ~RequestParser();
    Q_DISABLE_COPY_MOVE(RequestParser)

    /// `bytes` is the head, whole, with the empty line and no more.
    [[nodiscard]] Refusal parseHead(QByteArrayView bytes);
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    [[nodiscard]] bool keepAlive() const;
    [[nodiscard]] bool hasBody() const;
    [[nodiscard]] bool isDone() const;

    /// Takes what it can use of `bytes`, and says how much that was.
    [[nodiscard]] Refusal putBody(QByteArrayView bytes, qsizetype *used);
    [[nodiscard]] QByteArray takeBody();

private:
    struct Private;
    std::unique_ptr<Private> d;
    RequestHead m_head;
};

/// How many bytes the head at the beginning of `bytes` has, with its empty line; 0 while it is not whole;
/// -1 where a line does not end with CR LF, which no honest client sends.
[[nodiscard]] qsizetype findHeadEnd(QByteArrayView bytes);

} // namespace nova
