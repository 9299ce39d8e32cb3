#pragma once

#include <QStringList>
#include <QTcpSocket>

namespace nova::test
{

/// A frame as a client sends it (RFC 6455 §5.2): `first` is FIN, RSV and opcode in one byte.
[[nodiscard]] QByteArray clientFrame(quint8 first, const QByteArray &payload = {}, bool masked = true);
/// The same with a length of 0, 2 or 8 further bytes, whatever the payload needs, and any number in it.
[[nodiscard]] QByteArray clientFrameHead(quint8 first, int lengthBytes, quint64 length);
/// The payload of a close frame.
[[nodiscard]] QByteArray closePayload(int code, const QByteArray &reason = {});

/// A WebSocket client over a plain socket, which may send what no library would.
class RawWebSocket
{
public:
    /// The headers of a handshake, with the key of RFC 6455 §1.3.
    static constexpr auto handshake = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    /// Connects; `request` is the whole head of the upgrade.
    RawWebSocket(quint16 port, const QByteArray &request);

    void send(const QByteArray &bytes);
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

    /// What the server sent, in order: "text <type>" for a message of Nova's, "pong <payload>", "ping <payload>",
    /// "close <code>", "frame <first byte>" for anything else. Reads what is there.
    [[nodiscard]] const QStringList &heard();
    /// The answer to the upgrade, with its empty line.
    [[nodiscard]] const QByteArray &answer();
    [[nodiscard]] bool isOver();

private:
    void read();
    [[nodiscard]] bool readFrame();

    QTcpSocket m_socket;
    QByteArray m_answer;
    QByteArray m_buffer;
    QStringList m_heard;
};

} // namespace nova::test
