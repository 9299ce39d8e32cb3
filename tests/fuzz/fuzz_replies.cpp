#include "core/health/secret_filter.h"
#include "core/mcp/json_rpc.h"
#include "core/mcp/mcp_words.h"
#include "core/mcp/sse_reader.h"
#include "core/restart/readable_output.h"

namespace
{

QList<QByteArray> eventsOf(QByteArrayView bytes, qsizetype piece)
{
    nova::SseReader reader;
    QList<QByteArray> events;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
        while (const auto event = reader.next())
            events.append(*event);
    }
    return events;
}

} // namespace

/// A server that is asked may answer anything: reading it never crashes, the events of a stream do not depend on the
/// pieces in which they come, and what is shown of it is one plain line. The first byte says how large the pieces are.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const QList<QByteArray> events = eventsOf(bytes, std::max<qsizetype>(1, bytes.size()));
    if (events != eventsOf(bytes, 1 + data[0] % 32))
        __builtin_trap();

    const auto reply = nova::rpcReply(bytes, 1);
    const QString shown = reply ? nova::errorWords(*reply) : nova::plainText(QString::fromUtf8(bytes), 200);
    for (const QChar c : shown) {
        if (!c.isPrint() && !c.isSurrogate())
            __builtin_trap();
    }
    for (const QChar c : nova::readableOutput(bytes)) {
        if (c.unicode() < 0x20 && c != u'\n' && c != u'\t')
            __builtin_trap();
    }
    return 0;
}
