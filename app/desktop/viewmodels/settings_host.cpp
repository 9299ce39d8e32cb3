#include "app/desktop/viewmodels/settings_host.h"

namespace nova
{

SettingsHost::~SettingsHost() = default;

} // namespace nova
