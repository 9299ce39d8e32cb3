#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QSet>
#include <functional>
#include <optional>

namespace nova
{

/// Cookie sessions of browsers and the one-time codes that start them. Server thread.
///
/// A session is a signed value (id and expiry under a key made from the token), so it survives a restart of Nova and
/// ends when the token is rotated; nothing has to be stored. Codes live in memory only.
class Sessions
{
public:
    using Clock = std::function<QDateTime()>;

    explicit Sessions(
        const QByteArray &token, Clock clock = [] { return QDateTime::currentDateTimeUtc(); });

    static constexpr qint64 lifeSeconds = 30 * 24 * 3600;
    static constexpr qint64 codeLifeSeconds = 3600;

    /// A code that starts one session, once, within the hour.
    [[nodiscard]] QByteArray issueCode();
    [[nodiscard]] bool redeemCode(const QByteArray &code);

    /// The value of a new session's cookie.
    [[nodiscard]] QByteArray start();
    /// The id of the session, if `cookie` is one that is valid now.
    [[nodiscard]] std::optional<QByteArray> check(const QByteArray &cookie) const;
    void end(const QByteArray &cookie);

    /// What a write under this session has to bring in X-CSRF-Token. `id` is what check() gave.
    [[nodiscard]] QByteArray csrfToken(const QByteArray &id) const;

private:
    [[nodiscard]] QByteArray sign(const QByteArray &purpose, const QByteArray &text) const;

    const QByteArray m_key;
    const Clock m_clock;
    QHash<QByteArray, QDateTime> m_codes; ///< To when they expire.
    QSet<QByteArray> m_ended;             ///< Ids of sessions that were logged out before their time.
};

} // namespace nova
