#pragma once

#include "core/base/mailbox.h"

#include <QThread>

namespace nova
{

/// A thread that does slow work (reading, parsing, syncing files) one piece after the other and owns no state.
/// Created, used and destroyed by its owner; the destructor finishes what was posted.
class Worker
{
public:
    explicit Worker(const QString &name);
    ~Worker();
    Q_DISABLE_COPY_MOVE(Worker)

    /// Thread-safe; pieces run in the order of posting.
    void post(Mailbox::Work work);

private:
    QThread m_thread;
    std::unique_ptr<Mailbox> m_mailbox;
};

} // namespace nova
