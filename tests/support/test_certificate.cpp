#include "tests/support/test_certificate.h"

using namespace Qt::StringLiterals;

namespace nova::test
{

TestCertificate::TestCertificate(const Scratch &scratch, const QString &name, Kind kind)
    : m_base(scratch.path(name))
{
    const QString newKey = kind == Kind::Rsa ? u"rsa:2048"_s : u"ec -pkeyopt ec_paramgen_curve:prime256v1"_s;
    scratch.shell(u"openssl req -x509 -nodes -days 2 -subj /CN=%1 -addext subjectAltName=DNS:localhost,IP:127.0.0.1 "
                  "-out %1.pem -keyout %1.key -newkey %2 2>/dev/null"_s.arg(name, newKey));
}

} // namespace nova::test
