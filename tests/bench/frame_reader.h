#pragma once

#include <QByteArray>

#include <optional>

namespace nova::bench
{

/// Takes the frames of a WebSocket server (RFC 6455 §5.2: not masked; whole messages are enough here) out of a stream.
class FrameReader
{
public:
    enum Opcode : quint8 { Text = 1, Close = 8, Ping = 9, Pong = 10 };
    struct Frame {
        quint8 opcode = 0;
        QByteArrayView payload; ///< Into the reader: valid until the next call.
        QByteArrayView whole;   ///< The same with its head.
    };

    /// Whether every byte of the stream has been taken.
    [[nodiscard]] bool isEmpty() const { return m_taken == m_buffer.size(); }
    /// Where the bytes of the stream go.
    [[nodiscard]] QByteArray &buffer();
    [[nodiscard]] std::optional<Frame> next();

    /// A frame as clients send them: masked, with a key that changes nothing.
    [[nodiscard]] static QByteArray fromClient(Opcode opcode, QByteArrayView payload);

private:
    QByteArray m_buffer;
    qsizetype m_taken = 0;
};

} // namespace nova::bench
