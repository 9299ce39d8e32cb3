#pragma once

namespace nova::bench
{

/// Makes room for that many more descriptors in this process; throws CannotRun where the system does not allow them.
void allowDescriptors(int count);

} // namespace nova::bench
