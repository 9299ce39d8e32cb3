#pragma once

#include <QDateTime>

namespace nova
{

/// How this Nova is reached: in this process, or over the network.
struct LinkState {
    enum class Phase {
        Local,      ///< In this process.
        Connecting, ///< Not heard of yet.
        Connected,
        Away,    ///< It was there; the state is the last one known. Tried again by itself.
        Refused, ///< It answers and does not let us in (a wrong token, say); nothing is tried until somebody acts.
    };

    Phase phase = Phase::Local;
    QString address{};   ///< Of a remote Nova: "http://nova-2:8765"; empty for a local one.
    QString problem{};   ///< Why it is Away or Refused, in one sentence; empty otherwise.
    QDateTime since{};   ///< When the phase began.
    QDateTime retryAt{}; ///< When an Away one is tried next; invalid otherwise.

    [[nodiscard]] bool isRemote() const { return phase != Phase::Local; }
    /// Whether what somebody changes could be saved.
    [[nodiscard]] bool isUp() const { return phase == Phase::Local || phase == Phase::Connected; }
};

} // namespace nova
