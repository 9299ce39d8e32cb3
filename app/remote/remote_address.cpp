#include "app/remote/remote_address.h"

#include "core/net/origin.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr int usualPort = 8765;

tl::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorCode::InvalidInput, u"%1 It looks like «http://nova-2:8765»."_s.arg(why));
}

} // namespace

QString pathSegment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

RemoteAddress::RemoteAddress(QUrl base)
    : m_base(std::move(base))
{
}

Result<RemoteAddress> RemoteAddress::of(const QUrl &url)
{
    if (!url.isValid() || url.isEmpty())
        return refused(u"That is not an address."_s);
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return refused(u"The address of a Nova begins with http:// or https://."_s);
    if (url.host().isEmpty())
        return refused(u"The address names no computer."_s);
    if (!url.userInfo().isEmpty())
        return refused(u"A Nova is entered with its token, not with a user and password in the address."_s);
    if (url.hasQuery() || url.hasFragment())
        return refused(u"The address of a Nova ends before «?» and «#»."_s);
    QUrl base = url.adjusted(QUrl::NormalizePathSegments);
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    base.setPath(path, QUrl::StrictMode);
    return RemoteAddress(base);
}

QString RemoteAddress::name() const
{
    const int used = port();
    return used == usualPort || m_base.port() < 0 ? m_base.host() : u"%1:%2"_s.arg(m_base.host()).arg(used);
}

int RemoteAddress::port() const
{
    return portOf(m_base);
}

bool RemoteAddress::isSecure() const
{
    return m_base.scheme() == u"https";
}

QByteArray RemoteAddress::resource(const QString &path) const
{
    return m_base.toEncoded() + path.toLatin1();
}

QUrl RemoteAddress::socket(const QString &epoch, quint64 seq) const
{
    QUrl url = m_base;
    url.setScheme(isSecure() ? u"wss"_s : u"ws"_s);
    url.setPath(QString(m_base.path(QUrl::FullyEncoded) + u"/ws/"_s), QUrl::StrictMode);
    QUrlQuery query;
    query.addQueryItem(u"epoch"_s, pathSegment(epoch));
    query.addQueryItem(u"seq"_s, QString::number(seq));
    url.setQuery(query);
    return url;
}

} // namespace nova
