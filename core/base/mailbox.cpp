#include "core/base/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

namespace nova
{

namespace
{
const auto wakeUp = static_cast<QEvent::Type>(QEvent::registerEventType());
}

Mailbox::Mailbox(QObject *parent)
    : QObject(parent)
{
}

Mailbox::~Mailbox() = default;

void Mailbox::post(Work work)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_waiting.empty();
        m_waiting.push_back(std::move(work));
    }
    if (first)
        QCoreApplication::postEvent(this, new QEvent(wakeUp));
}

void Mailbox::drain()
{
    std::vector<Work> batch;
    {
        const std::lock_guard lock(m_mutex);
        batch.swap(m_waiting);
    }
    for (const Work &work : batch)
        work();
}

void Mailbox::customEvent(QEvent *)
{
    drain();
}

} // namespace nova
