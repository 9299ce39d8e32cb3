#pragma once

#include "core/base/mailbox.h"
#include "core/base/result.h"

#include <memory>

namespace nova
{

/// Where the answer to a command goes: a function, and the mailbox of the thread that wants to hear it.
/// Copyable. Whoever holds it calls it once, from any thread; the function runs in the mailbox's thread.
/// A mailbox that is gone by then drops the answer.
template <typename T>
class Reply
{
public:
    using Handler = std::function<void(Result<T>)>;

    Reply() = default; ///< Nobody wants to know.

    Reply(const std::shared_ptr<Mailbox> &mailbox, Handler handler)
        : m_mailbox(mailbox)
        , m_handler(std::move(handler))
    {
    }

    void operator()(Result<T> result) const
    {
        if (!m_handler)
            return;
        if (const auto mailbox = m_mailbox.lock())
            mailbox->post([handler = m_handler, result = std::move(result)]() mutable { handler(std::move(result)); });
    }

private:
    std::weak_ptr<Mailbox> m_mailbox;
    Handler m_handler;
};

} // namespace nova
