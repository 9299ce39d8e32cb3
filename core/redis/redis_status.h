#pragma once

#include <QDateTime>
#include <QString>

namespace nova
{

/// How the way to other machines stands. Counts are since the start.
struct RedisStatus {
    enum class State {
        Disabled,     ///< No address is set.
        Connected,    ///< Both ways.
        Reconnecting, ///< Or connecting for the first time. Everything here goes on meanwhile.
    };

    State state = State::Disabled;
    QString address; ///< Without user and password.
    QString channel;
    QString problem; ///< Why it is not connected; empty when it is.
    QDateTime since; ///< Of this state.
    double latencyMs = -1;
    quint64 published = 0;
    quint64 received = 0;
    quint64 duplicates = 0; ///< Events that had come by another way already.
    quint64 malformed = 0;  ///< Messages that were no events, and dropped.
    quint64 dropped = 0;    ///< Events of ours that did not fit while it was away.
    qsizetype waiting = 0;  ///< Events of ours that Redis has not taken yet.

    bool operator==(const RedisStatus &) const = default;
};

/// "disabled", "connected" or "reconnecting".
[[nodiscard]] QString toString(RedisStatus::State state);

} // namespace nova
