#pragma once

#include <QByteArray>
#include <memory>

struct wslay_event_context;

namespace nova
{

/// Reads what a client sends as WebSocket messages: fragments joined, masks taken off, every rule of RFC 6455 checked,
/// by wslay. Answers pings and closes by itself. Has no socket: bytes come in by feed(), replies go out to the
/// listener.
class MessageReader
{
public:
    /// Longer messages are refused with 1009, before they are there.
    static constexpr quint64 maxMessage = 64 * 1024;

    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void onText(const QByteArray &text) = 0;
        virtual void onBinary() = 0;
        virtual void onPong() = 0;
        /// Whole frames for the client: the pong to its ping, the answer to its close, the close after its mistake.
        virtual void sendReply(const QByteArray &frames) = 0;
    };

    /// `listener` outlives this, and must not delete it from within a call.
    explicit MessageReader(Listener &listener);
    ~MessageReader();
    Q_DISABLE_COPY_MOVE(MessageReader)

    /// Takes all of `bytes`; what makes no whole frame yet is kept, what comes after the end is dropped.
    void feed(QByteArrayView bytes);

    /// Whether a close has come in or a mistake was made: the answer to it has been sent, and nothing more is read.
    [[nodiscard]] bool isOver() const;
    /// The code of that: the client's own (1005 where it gave none), or the one it was told.
    [[nodiscard]] int closeCode() const { return m_closeCode; }
    /// How many frames have begun so far, of any kind.
    [[nodiscard]] quint64 frames() const { return m_frames; }

private:
    struct Callbacks;
    struct Free {
        void operator()(wslay_event_context *context) const;
    };
    void sendReplies();

    Listener &m_listener;
    QByteArrayView m_unread; ///< Only within feed().
    QByteArray m_replies;    ///< Only within sendReplies().
    quint64 m_frames = 0;
    int m_closeCode = 0;
    int m_ownClose = 0; ///< What is sent in place of wslay's own close.
    std::unique_ptr<wslay_event_context, Free> m_context;
};

} // namespace nova
