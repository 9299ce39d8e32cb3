#include "server/auth/sessions.h"

#include "server/auth/secrets.h"

#include <QMessageAuthenticationCode>

namespace nova
{

Sessions::Sessions(const QByteArray &token, Clock clock)
    : m_key(QMessageAuthenticationCode::hash("nova-sessions", token, QCryptographicHash::Sha256))
    , m_clock(std::move(clock))
{
}

QByteArray Sessions::issueCode()
{
    const QDateTime now = m_clock();
    m_codes.removeIf([&](const auto &code) { return code.value() <= now; });
    const QByteArray code = randomSecret(16);
    m_codes.insert(code, now.addSecs(codeLifeSeconds));
    return code;
}

bool Sessions::redeemCode(const QByteArray &code)
{
    for (auto known = m_codes.begin(); known != m_codes.end(); ++known) {
        if (!sameSecret(known.key(), code))
            continue;
        const bool inTime = m_clock() < known.value();
        m_codes.erase(known);
        return inTime;
    }
    return false;
}

QByteArray Sessions::start()
{
    const QByteArray payload =
        randomSecret(16) + '.' + QByteArray::number(m_clock().addSecs(lifeSeconds).toSecsSinceEpoch());
    return payload + '.' + sign("session", payload);
}

std::optional<QByteArray> Sessions::check(const QByteArray &cookie) const
{
    const QByteArrayList parts = cookie.split('.');
    if (parts.size() != 3 || !sameSecret(parts.at(2), sign("session", parts.at(0) + '.' + parts.at(1))))
        return std::nullopt;
    if (parts.at(1).toLongLong() <= m_clock().toSecsSinceEpoch() || m_ended.contains(parts.at(0)))
        return std::nullopt;
    return parts.at(0);
}

void Sessions::end(const QByteArray &cookie)
{
    if (const auto id = check(cookie))
        m_ended.insert(*id);
}

QByteArray Sessions::csrfToken(const QByteArray &id) const
{
    return sign("csrf", id);
}

QByteArray Sessions::sign(const QByteArray &purpose, const QByteArray &text) const
{
    const QByteArray message = purpose + ':' + text;
    return QMessageAuthenticationCode::hash(message, m_key, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace nova
