#include "server/http/request_parser.h"
#include "server/http/router.h"

/// Any bytes may come over the wire: finding the head, parsing it, decoding its path and taking the body never crash,
/// and never take more than they were given.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = nova::findHeadEnd(bytes);
    if (end <= 0)
        return 0;
    nova::RequestParser parser;
    if (parser.parseHead(QByteArrayView(bytes).first(end)))
        return 0;
    static_cast<void>(nova::decodePath(parser.head().target.split('?').first()));
    QByteArray rest = bytes.mid(end);
    while (!parser.isDone() && !rest.isEmpty()) {
        qsizetype used = 0;
        if (parser.putBody(rest, &used) || used == 0)
            break;
        if (used > rest.size())
            __builtin_trap();
        rest.remove(0, used);
    }
    return 0;
}
