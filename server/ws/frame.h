#pragma once

#include <QByteArray>

namespace nova
{

/// The kinds of frames that are sent (RFC 6455 §5.2), each as the only one of its message.
enum class FrameKind : quint8 { Text = 0x1, Close = 0x8, Ping = 0x9 };

/// One unfragmented, unmasked frame around `payload`. A text is UTF-8. Made once, sent to all.
[[nodiscard]] QByteArray makeFrame(FrameKind kind, QByteArrayView payload = {});

/// A close frame (§5.5.1); `reason` is UTF-8 of at most 123 bytes.
[[nodiscard]] QByteArray makeCloseFrame(int code, QByteArrayView reason);

} // namespace nova
