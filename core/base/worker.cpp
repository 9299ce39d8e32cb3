#include "core/base/worker.h"

#include <future>

namespace nova
{

Worker::Worker(const QString &name)
    : m_mailbox(std::make_unique<Mailbox>())
{
    m_thread.setObjectName(name);
    m_mailbox->moveToThread(&m_thread);
    m_thread.start();
}

Worker::~Worker()
{
    // The promise, beside the thread's own end, is what ThreadSanitizer can see.
    std::promise<void> finished;
    m_mailbox->post([&] {
        m_mailbox->drain();
        m_thread.quit();
        finished.set_value();
    });
    finished.get_future().wait();
    m_thread.wait();
}

void Worker::post(Mailbox::Work work)
{
    m_mailbox->post(std::move(work));
}

} // namespace nova
