#pragma once

#include "tests/support/scratch.h"

namespace nova::test
{

/// Writes good.pem, other.pem (for another name) and expired.pem, each with its .key, into the folder.
void makeCertificates(const Scratch &scratch);

} // namespace nova::test
