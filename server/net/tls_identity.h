#pragma once

#include "core/base/result.h"

#include <QSslConfiguration>

namespace nova
{

/// The server's certificate (PEM, with the chain behind it where there is one) and its private key (PEM, RSA or EC,
/// without a passphrase), ready for a QSslSocket. TLS 1.2 or later. Each thing that can be wrong with them is an error
/// that names the file and says what to do: better at the start than at the first visitor.
[[nodiscard]] Result<QSslConfiguration> loadTlsIdentity(const QString &certificateFile, const QString &keyFile);

} // namespace nova
