#include "app/desktop/host_settings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// How this program is started again: on the same folders, where they were named.
QStringList startCommand(const NovaHost &host)
{
    QStringList command{QCoreApplication::applicationFilePath()};
    if (!host.command().root.isEmpty())
        command += {u"--root"_s, host.locations().root};
    if (!host.command().state.isEmpty())
        command += {u"--state-dir"_s, host.locations().state};
    return command;
}

} // namespace

HostSettings::HostSettings(NovaHost &host, const QString &autostartFolder)
    : m_host(host)
    , m_overrides(overridesOf(host.command()))
    , m_autostart(startCommand(host), autostartFolder)
{
    connect(&host, &NovaHost::settingsChanged, this, &SettingsHost::changed);
}

HostSettings::~HostSettings() = default;

void HostSettings::apply(const SettingChanges &changes, const Reply<void> &reply)
{
    m_host.changeSettings(changes, std::nullopt, {Origin::Ui, u"desktop"_s}, reply);
}

SettingsHost::Web HostSettings::web() const
{
    const QString address = m_host.listening().address;
    return {!address.isEmpty(), address, m_host.command().authenticate};
}

void HostSettings::makeLink(const Reply<QString> &reply)
{
    m_host.makeLink(reply);
}

Result<QString> HostSettings::token() const
{
    return tokenFileOf(m_host.settings().server, m_host.locations()).loadOrCreate().map([](const QByteArray &token) {
        return QString::fromLatin1(token);
    });
}

void HostSettings::testRedis(const QString &url, const Reply<QString> &reply)
{
    m_trial.run(url, reply);
}

Result<void> HostSettings::setAutostart(bool on)
{
    const auto set = m_autostart.set(on);
    Q_EMIT changed();
    return set;
}

} // namespace nova
