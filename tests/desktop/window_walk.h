#pragma once

#include "tests/desktop/settings_fixture.h"

#include <functional>

namespace nova::test
{

/// Every page and dialog, each kept as a picture whose name begins with `prefix`; fails where QML complains.
/// Shows one thing after the other and has each looked at.
void walk(SettingsFixture &nova, const QString &prefix, const std::function<void(const QString &)> &look);

} // namespace nova::test
