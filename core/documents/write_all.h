#pragma once

#include <QByteArrayView>

#include <cerrno>
#include <unistd.h>

namespace nova
{

/// Writes everything to a descriptor, however many pieces the system takes it in. 0, or the error number.
[[nodiscard]] inline int writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes = bytes.sliced(written);
    }
    return 0;
}

} // namespace nova
