#pragma once

#include "tests/support/scratch.h"

namespace nova::test
{

/// A self-signed certificate for localhost and 127.0.0.1 with its key, made by openssl(1) as admins make them.
class TestCertificate
{
public:
    enum class Kind { Rsa, Ec };

    /// Writes NAME.pem and NAME.key into the folder; `name` is also the certificate's common name.
    TestCertificate(const Scratch &scratch, const QString &name, Kind kind = Kind::Ec);

    [[nodiscard]] QString certificate() const { return m_base + QStringLiteral(".pem"); }
    [[nodiscard]] QString key() const { return m_base + QStringLiteral(".key"); }

private:
    const QString m_base;
};

} // namespace nova::test
