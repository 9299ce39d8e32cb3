#include "app/remote/waiting_replies.h"

#include <algorithm>
#include <utility>

namespace nova
{

void WaitingReplies::add(quint64 question, Answer answer)
{
    m_waiting.push_back({question, std::nullopt, std::move(answer)});
}

void WaitingReplies::stateArrived(quint64 question, quint64 seq)
{
    for (Waiting &one : m_waiting) {
        if (one.question <= question && !one.seq)
            one.seq = seq;
    }
}

void WaitingReplies::toldUpTo(quint64 seq)
{
    // An answer only goes to a mailbox, so nobody adds to the list meanwhile.
    const auto due = std::stable_partition(m_waiting.begin(), m_waiting.end(),
                                           [seq](const Waiting &one) { return !one.seq || *one.seq > seq; });
    std::list<Waiting> ready;
    ready.splice(ready.end(), m_waiting, due, m_waiting.end());
    for (const Waiting &one : ready)
        one.answer();
}

void WaitingReplies::release()
{
    const auto all = std::exchange(m_waiting, {});
    for (const Waiting &one : all)
        one.answer();
}

} // namespace nova
