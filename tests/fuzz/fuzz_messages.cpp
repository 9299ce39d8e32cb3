#include "server/ws/message_reader.h"

#include <QByteArrayList>

namespace
{

/// Keeps what a reader says.
class Listener : public nova::MessageReader::Listener
{
public:
    QByteArrayList said;
    QByteArray replies;

private:
    void onText(const QByteArray &text) override { said += "text " + text; }
    void onBinary() override { said += "binary"; }
    void onPong() override { said += "pong"; }
    void sendReply(const QByteArray &frames) override { replies += frames; }
};

constexpr int notUtf8 = 1007;

/// The frames before a close: with which code it is answered, and how early, may depend on the pieces in which its
/// reason comes, since wslay looks for UTF-8 in each of them from the third byte on.
QByteArray beforeClose(const QByteArray &replies)
{
    constexpr char close = char(0x88);
    qsizetype at = 0;
    while (at + 1 < replies.size() && replies.at(at) != close)
        at += 2 + replies.at(at + 1); // Control frames are short.
    return replies.first(std::min(at, replies.size()));
}

} // namespace

/// Any bytes may come from a client: reading them never crashes, and what they mean does not depend on the pieces in
/// which the network delivers them. The first byte says how large those are.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype piece = 1 + data[0] % 32;
    const QByteArrayView bytes(data + 1, qsizetype(size) - 1);

    Listener whole, pieces;
    nova::MessageReader first(whole), second(pieces);
    first.feed(bytes);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        second.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    if (whole.said != pieces.said || beforeClose(whole.replies) != beforeClose(pieces.replies) ||
        (first.isOver() != second.isOver() && first.closeCode() != notUtf8 && second.closeCode() != notUtf8))
        __builtin_trap();
    for (const QByteArray &text : std::as_const(whole.said)) {
        if (quint64(text.size()) > nova::MessageReader::maxMessage + 5)
            __builtin_trap();
    }
    return 0;
}
