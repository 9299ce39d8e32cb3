#include "core/redis/redis_url_mask.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// Where the password stands in a text that need not be a valid address: it may be one half written.
struct Place {
    qsizetype begin = -1;
    qsizetype length = 0;
};

Place passwordOf(const QString &url)
{
    const qsizetype start = url.indexOf(u"://"_s);
    if (start < 0)
        return {};
    const qsizetype from = start + 3;
    qsizetype end = from;
    while (end < url.size() && url.at(end) != u'/' && url.at(end) != u'?' && url.at(end) != u'#')
        ++end;
    const qsizetype at = url.left(end).lastIndexOf(u'@');
    if (at < from)
        return {};
    const qsizetype colon = url.indexOf(u':', from);
    const qsizetype begin = colon >= 0 && colon < at ? colon + 1 : from; // redis://password@host is one, too.
    return {begin, at - begin};
}

} // namespace

QString maskedRedisUrl(const QString &url, QStringView mask)
{
    const Place place = passwordOf(url);
    return place.length > 0 ? QString(url).replace(place.begin, place.length, mask.toString()) : url;
}

bool hasMaskedPassword(const QString &url, QStringView mask)
{
    const Place place = passwordOf(url);
    return place.length > 0 && QStringView(url).mid(place.begin, place.length) == mask;
}

QString unmaskedRedisUrl(const QString &written, const QString &known, QStringView mask)
{
    if (!hasMaskedPassword(written, mask))
        return written;
    const Place place = passwordOf(written);
    const Place original = passwordOf(known);
    return QString(written).replace(place.begin, place.length, known.mid(original.begin, original.length));
}

} // namespace nova
