#include "app/host/served_settings.h"

#include "app/host/nova_host.h"
#include "core/redis/redis_url_mask.h"
#include "core/settings/settings_json.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

const QString redisUrl = QStringLiteral("redis.url");

tl::unexpected<Error> refused(ErrorCode code, const QString &setting, const QString &kind, const QString &message)
{
    return failure(code, message, {}, {{Diagnostic::Severity::Error, kind, message, {}, setting}});
}

/// Where an address of Redis leads, without who asks there.
QString placeOf(const QString &url)
{
    const QUrl parsed(url);
    return parsed.host().isEmpty() ? parsed.path() : u"%1:%2"_s.arg(parsed.host()).arg(parsed.port(6379));
}

/// Without what nobody outside may know.
SettingValues shown(const Settings &settings)
{
    SettingValues values = valuesOf(settings);
    Settings scratch;
    const std::vector<Setting> table = settingsTable(scratch);
    for (const Setting &setting : table) {
        if (!setting.secret)
            continue;
        for (QString &value : values[setting.name])
            value = maskedRedisUrl(value, secretMask);
    }
    return values;
}

} // namespace

ServedSettings::ServedSettings(NovaHost &host)
    : m_host(host)
    , m_overrides(overridesOf(host.command()))
    , m_mailbox(std::make_shared<Mailbox>())
{
}

ServedSettings::~ServedSettings() = default;

SettingsView ServedSettings::view() const
{
    return {m_host.settingsFile(), m_host.settingsProblem(),  shown(m_host.settingsInFile()), shown(m_host.settings()),
            m_overrides,           m_host.listening().address};
}

void ServedSettings::read(Reply<SettingsView> reply)
{
    m_mailbox->post([this, reply = std::move(reply)] { reply(view()); });
}

Result<QString> ServedSettings::unmasked(const QString &url) const
{
    if (!hasMaskedPassword(url, secretMask))
        return url;
    const Settings &known = m_overrides.contains(redisUrl) ? m_host.settings() : m_host.settingsInFile();
    if (maskedRedisUrl(known.redis.url, secretMask) == known.redis.url)
        return refused(
            ErrorCode::InvalidInput, redisUrl, u"value"_s,
            u"redis.url has %1 for a password, and there is none that it could stand for."_s.arg(secretMask));
    if (placeOf(url) != placeOf(known.redis.url)) // A slip in an address must not give the password to a stranger.
        return refused(
            ErrorCode::InvalidInput, redisUrl, u"value"_s,
            u"The password is known for %1 only. Write it for another address."_s.arg(placeOf(known.redis.url)));
    return unmaskedRedisUrl(url, known.redis.url, secretMask);
}

Result<SettingChanges> ServedSettings::changesOf(const QJsonObject &values) const
{
    auto changes = changesFrom(values, valuesOf(m_host.settingsInFile()));
    if (!changes)
        return changes;
    for (auto ruled = m_overrides.begin(); ruled != m_overrides.end(); ++ruled) {
        if (values.contains(ruled.key()))
            return refused(ErrorCode::Conflict, ruled.key(), u"overridden"_s,
                           u"%1 is set by %2 and cannot be changed while the program runs with it."_s.arg(
                               ruled.key(), ruled.value()));
    }
    Settings scratch;
    const std::vector<Setting> table = settingsTable(scratch);
    for (SettingChange &change : *changes) {
        // Else the token would be worth as much as an account on this machine.
        if (findSetting(table, change.name)->local)
            return refused(
                ErrorCode::PermissionDenied, change.name, u"local"_s,
                u"%1 says what Nova runs on its machine. It is changed there, in configs/nova.yaml or in the "
                "window."_s.arg(change.name));
        if (change.name != redisUrl)
            continue;
        const auto url = unmasked(change.to.first());
        if (!url)
            return tl::unexpected(url.error());
        change.to = {*url};
    }
    return changes;
}

void ServedSettings::change(ChangeSettingsCommand command, Caller caller, Reply<SettingsView> reply)
{
    m_mailbox->post([this, command = std::move(command), caller = std::move(caller), reply = std::move(reply)] {
        const auto changes = changesOf(command.values);
        if (!changes)
            return reply(tl::unexpected(changes.error()));
        // Not by way of the mailbox: the web side that wants to know may go right behind the answer.
        m_host.changeSettings(*changes, command.ifMatch, caller, [this, reply](const Result<void> &changed) {
            reply(changed.map([this] { return view(); }));
        });
    });
}

void ServedSettings::testRedis(QString url, Reply<RedisFinding> reply)
{
    m_mailbox->post([this, url = std::move(url), reply = std::move(reply)] {
        if (m_trying)
            return reply(failure(ErrorCode::Conflict, u"Another address is being tried. Ask again in a moment."_s));
        const auto whole = unmasked(url);
        if (!whole)
            return reply(RedisFinding{false, whole.error().message});
        startTrial(*whole, reply);
    });
}

void ServedSettings::startTrial(const QString &url, const Reply<RedisFinding> &reply)
{
    m_trying = true;
    m_trial.run(url, {m_mailbox, [this, reply](const Result<QString> &found) {
                          m_trying = false;
                          reply(RedisFinding{found.has_value(), found ? *found : found.error().message});
                      }});
}

} // namespace nova
