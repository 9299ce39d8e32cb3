#include "core/health/secret_filter.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
/// Shorter than this a word is found everywhere, and no secret.
constexpr qsizetype shortestSecret = 6;
/// Of a secret that a text ends in the middle of; less of it tells nobody anything.
constexpr qsizetype shortestPart = 4;

/// How much of the beginning of `secret` stands right before `end`.
qsizetype partBefore(const QString &text, qsizetype end, const QString &secret)
{
    for (qsizetype size = std::min(end, secret.size() - 1); size >= shortestPart; --size) {
        if (QStringView(text).sliced(end - size, size).compare(secret.first(size), Qt::CaseInsensitive) == 0)
            return size;
    }
    return 0;
}
} // namespace

void SecretFilter::add(const QString &value)
{
    QStringList secrets = value.simplified().split(u' ', Qt::SkipEmptyParts);
    secrets.append(value);
    for (const QString &secret : std::as_const(secrets)) {
        const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(secret));
        for (const QString &form : {secret, encoded}) {
            if (form.size() >= shortestSecret && !m_secrets.contains(form))
                m_secrets.append(form);
        }
    }
    std::sort(m_secrets.begin(), m_secrets.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString SecretFilter::cleaned(QString text) const
{
    for (const QString &secret : m_secrets)
        text.replace(secret, u"•••"_s, Qt::CaseInsensitive);
    // Where a text was shortened, the end of a secret may be missing.
    for (qsizetype end = text.indexOf(u'…'); end >= 0; end = text.indexOf(u'…', end + 1)) {
        qsizetype part = 0;
        for (const QString &secret : m_secrets)
            part = std::max(part, partBefore(text, end, secret));
        if (part > 0) {
            text.replace(end - part, part, u"•••"_s);
            end += 3 - part;
        }
    }
    return text;
}

} // namespace nova
