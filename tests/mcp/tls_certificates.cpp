#include "tests/mcp/tls_certificates.h"

#include "tests/support/test_certificate.h"

using namespace Qt::StringLiterals;

namespace nova::test
{

void makeCertificates(const Scratch &scratch)
{
    TestCertificate(scratch, u"good"_s);
    scratch.shell(u"openssl req -x509 -nodes -days 2 -subj /CN=other -addext subjectAltName=DNS:other.example "
                  "-out other.pem -keyout other.key -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 2>/dev/null"_s);
    // Only `openssl ca` makes a certificate of the past.
    scratch.write(scratch.path(u"ca.conf"_s),
                  "[ca]\ndefault_ca=d\n[d]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\n"
                  "policy=p\ncopy_extensions=copy\n[p]\ncommonName=supplied\n");
    scratch.shell(u"touch index; echo 01 > serial; openssl req -new -nodes -subj /CN=localhost "
                  "-addext subjectAltName=DNS:localhost,IP:127.0.0.1 -addext basicConstraints=CA:TRUE "
                  "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -keyout expired.key -out expired.csr 2>/dev/null;"
                  "openssl ca -batch -selfsign -config ca.conf -keyfile expired.key -in expired.csr -notext "
                  "-startdate 20200101000000Z -enddate 20200102000000Z -out expired.pem 2>/dev/null"_s);
}

} // namespace nova::test
