#include "core/base/worker.h"

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
    m_mailbox->post([this] {
        m_mailbox->drain();
        m_thread.quit();
    });
    m_thread.wait();
}

void Worker::post(Mailbox::Work work)
{
    m_mailbox->post(std::move(work));
}

} // namespace nova
