#include "server/ws/message_reader.h"

#include "server/ws/frame.h"

#include <sys/types.h>
#include <wslay/wslay.h>

#include <algorithm>
#include <new>
#include <utility>

namespace nova
{

/// What wslay asks us for. `user` is the reader.
struct MessageReader::Callbacks {
    static ssize_t receive(wslay_event_context_ptr context, uint8_t *buffer, size_t length, int, void *user)
    {
        QByteArrayView &unread = static_cast<MessageReader *>(user)->m_unread;
        const auto count = std::min(qsizetype(length), unread.size());
        if (count == 0) {
            wslay_event_set_error(context, WSLAY_ERR_WOULDBLOCK);
            return -1;
        }
        std::copy_n(unread.data(), count, reinterpret_cast<char *>(buffer));
        unread = unread.sliced(count);
        return ssize_t(count);
    }

    static ssize_t send(wslay_event_context_ptr, const uint8_t *data, size_t length, int, void *user)
    {
        static_cast<MessageReader *>(user)->m_replies.append(reinterpret_cast<const char *>(data), qsizetype(length));
        return ssize_t(length);
    }

    static void frameBegins(wslay_event_context_ptr, const wslay_event_on_frame_recv_start_arg *, void *user)
    {
        ++static_cast<MessageReader *>(user)->m_frames;
    }

    static void message(wslay_event_context_ptr, const wslay_event_on_msg_recv_arg *message, void *user)
    {
        auto *reader = static_cast<MessageReader *>(user);
        if (message->opcode == WSLAY_CONNECTION_CLOSE) {
            reader->m_closeCode = message->status_code == 0 ? int(WSLAY_CODE_NO_STATUS_RCVD) : message->status_code;
            if (message->msg_length == 1) // Half a code (RFC 6455 §5.5.1), which wslay takes for none.
                reader->m_closeCode = reader->m_ownClose = WSLAY_CODE_PROTOCOL_ERROR;
            return;
        }
        reader->sendReplies(); // Before a close is queued, on which wslay drops them.
        if (message->opcode == WSLAY_TEXT_FRAME)
            reader->m_listener.onText({reinterpret_cast<const char *>(message->msg), qsizetype(message->msg_length)});
        else if (message->opcode == WSLAY_BINARY_FRAME)
            reader->m_listener.onBinary();
        else if (message->opcode == WSLAY_PONG)
            reader->m_listener.onPong();
    }

    static constexpr wslay_event_callbacks all{receive, send, nullptr, frameBegins, nullptr, nullptr, message};
};

void MessageReader::Free::operator()(wslay_event_context *context) const
{
    wslay_event_context_free(context);
}

MessageReader::MessageReader(Listener &listener)
    : m_listener(listener)
{
    wslay_event_context_ptr context = nullptr;
    if (wslay_event_context_server_init(&context, &Callbacks::all, this) != 0)
        throw std::bad_alloc(); // Its only error.
    m_context.reset(context);
    wslay_event_config_set_max_recv_msg_length(context, maxMessage);
}

MessageReader::~MessageReader() = default;

void MessageReader::feed(QByteArrayView bytes)
{
    if (isOver())
        return;
    m_unread = bytes;
    const int failure = wslay_event_recv(m_context.get());
    m_unread = {};
    if (failure == WSLAY_ERR_CALLBACK_FAILURE) // A frame's head breaks the rules; wslay would close without a code.
        m_ownClose = WSLAY_CODE_PROTOCOL_ERROR;
    else if (failure != 0)
        m_ownClose = WSLAY_CODE_INTERNAL_SERVER_ERROR;
    if (m_ownClose == 0)
        sendReplies();
    else
        m_listener.sendReply(makeCloseFrame(m_ownClose, {}));
    if (isOver() && m_closeCode == 0)
        m_closeCode = m_ownClose != 0 ? m_ownClose : wslay_event_get_status_code_sent(m_context.get());
}

bool MessageReader::isOver() const
{
    return !wslay_event_get_read_enabled(m_context.get());
}

void MessageReader::sendReplies()
{
    if (!wslay_event_want_write(m_context.get()))
        return;
    wslay_event_send(m_context.get());
    m_listener.sendReply(std::exchange(m_replies, {}));
}

} // namespace nova
