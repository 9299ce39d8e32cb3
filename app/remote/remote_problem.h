#pragma once

#include "app/remote/remote_address.h"
#include "core/net/http_exchange.h"

#include <chrono>

namespace nova
{

/// Why there is no connection to a remote Nova.
struct LinkProblem {
    QString sentence;
    bool isRefusal = false;            ///< Trying again does not help; somebody has to do something.
    std::chrono::milliseconds pause{}; ///< What it asked to be left alone for.
};

/// Of an answer that should have been the state and is not.
[[nodiscard]] LinkProblem linkProblem(const RemoteAddress &address, const HttpReply &reply);
/// What answers there says something that no Nova says.
[[nodiscard]] LinkProblem notNova(const RemoteAddress &address, const QString &detail);
/// The token is wrong; says how to get the right one.
[[nodiscard]] LinkProblem wrongToken(const RemoteAddress &address);

/// Of a command (`isWrite`) or question that failed. Honest about what is not known: a command may have been done
/// though its answer did not come.
[[nodiscard]] Error callError(const RemoteAddress &address, const HttpReply &reply, bool isWrite);
/// The same for a 2xx answer that does not say what it should.
[[nodiscard]] Error strangeAnswer(const RemoteAddress &address, const QString &detail, bool isWrite);
/// The connection was given up while a call was on its way.
[[nodiscard]] Error abandonedCall(const RemoteAddress &address, bool isWrite);

} // namespace nova
