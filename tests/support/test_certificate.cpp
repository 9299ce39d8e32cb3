#include "tests/support/test_certificate.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace nova::test
{

TestCertificate::TestCertificate(const QString &folder, const QString &name, Kind kind)
    : m_base(folder + u'/' + name)
{
    QStringList arguments{u"req"_s,
                          u"-x509"_s,
                          u"-nodes"_s,
                          u"-days"_s,
                          u"2"_s,
                          u"-subj"_s,
                          u"/CN="_s + name,
                          u"-addext"_s,
                          u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s,
                          u"-out"_s,
                          certificate(),
                          u"-keyout"_s,
                          key(),
                          u"-newkey"_s};
    arguments += kind == Kind::Rsa ? QStringList{u"rsa:2048"_s}
                                   : QStringList{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s};
    m_isMade = QProcess::execute(u"openssl"_s, arguments + QStringList{u"-quiet"_s}) == 0;
    if (!m_isMade) // OpenSSL 3.0 knows no -quiet here.
        m_isMade = QProcess::execute(u"openssl"_s, arguments) == 0;
}

} // namespace nova::test
