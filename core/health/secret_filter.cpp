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
} // namespace

void SecretFilter::add(const QString &value)
{
    QStringList secrets = value.split(u' ', Qt::SkipEmptyParts);
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
    return text;
}

} // namespace nova
