#pragma once

#include "tests/mcp/server_script.h"

#include "core/mcp/mcp_probe.h"

namespace nova::test
{

/// Something a server does wrong, and what a probe of it has to find.
struct FaultCase {
    /// Of a probe of a server in one of the eras.
    struct Expected {
        McpFinding::Kind kind;
        QStringList calls;
        HttpFailure failure = HttpFailure::None;
        int status = 0; ///< 0: whatever it is.
    };

    const char *name;
    Fault fault;
    Expected modern;
    Expected legacy;
    bool hangs = false; ///< It takes the whole deadline.
};

/// Those in which every request is answered in the same wrong way, or not at all.
[[nodiscard]] QList<FaultCase> faultsOfEverything();
/// Those in which one request goes wrong.
[[nodiscard]] QList<FaultCase> faultsOfOneMethod();

} // namespace nova::test
