#pragma once

#include <QtGlobal>

#include <functional>
#include <list>
#include <optional>

namespace nova
{

/// Answers that wait for their effect: who hears that something was done finds it in the state, and has heard of its
/// event. So an answer waits for a state that was asked for after it came, and then for the events which that state
/// has.
class WaitingReplies
{
public:
    using Answer = std::function<void()>;

    /// `question` is the number of the first state that is new enough.
    void add(quint64 question, Answer answer);
    /// The state of that question is in force; it has all events up to `seq`.
    void stateArrived(quint64 question, quint64 seq);
    /// Events up to this one have been told: calls who has waited for that.
    void toldUpTo(quint64 seq);
    /// There is no more to wait for: calls everybody.
    void release();

private:
    struct Waiting {
        quint64 question;
        std::optional<quint64> seq;
        Answer answer;
    };
    std::list<Waiting> m_waiting;
};

} // namespace nova
