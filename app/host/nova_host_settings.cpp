#include "app/host/nova_host.h"
#include "app/host/settings_options.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

// How a running Nova follows its settings.

namespace nova
{

namespace
{

/// The settings a text in force says; all by default where there is no file.
Settings settingsOf(const Document &file)
{
    const DocumentTextPtr text = file.text();
    if (!text || file.status().state == DocumentStatus::State::Missing)
        return {};
    return std::static_pointer_cast<const SettingsMeaning>(text->meaning)->settings;
}

/// The same door, whoever may come in by it.
bool isSameDoor(const Settings::Server &a, const Settings::Server &b)
{
    return a.port == b.port && a.port != 0;
}

bool isSameServing(Settings::Server a, Settings::Server b)
{
    a.enabled = b.enabled; // Off by default and switched off are the same.
    return a == b;
}

/// With the setting that the failure is about, for the page.
Error aboutWeb(Error error, const Settings::Server &server)
{
    const bool isTls = !server.tlsCertificate.isEmpty() && error.code != ErrorCode::Conflict;
    const QString setting = isTls                                   ? u"server.tls_certificate"_s
                            : error.code == ErrorCode::InvalidInput ? u"server.host"_s
                                                                    : u"server.port"_s;
    if (error.code == ErrorCode::Conflict) // Without the hint for those who are at a command line.
        error.message = u"Port %1 on %2 is taken by another program."_s.arg(server.port).arg(server.host);
    if (error.diagnostics.isEmpty())
        error.diagnostics = {{Diagnostic::Severity::Error, u"cannot_serve"_s, error.message, {}, setting}};
    return error;
}

} // namespace

bool NovaHost::wantsWeb(const Settings &settings) const
{
    return m_running && (m_serve || settings.server.enabled.value_or(false));
}

Result<void> NovaHost::moveWeb(const Settings &next)
{
    if (!wantsWeb(next)) {
        closeWeb();
        return {};
    }
    // Where two cannot be open at once, the old one makes room, and comes back if the new one cannot be had.
    const bool makesRoom = m_web.server && isSameDoor(m_settings.server, next.server);
    if (makesRoom)
        closeWeb();
    auto opened = openWeb(next.server);
    if (!opened) {
        const Error error = aboutWeb(opened.error(), next.server);
        if (makesRoom) {
            if (auto again = openWeb(m_settings.server))
                takeWeb(std::move(*again));
            else
                m_logger.error("http"_L1, u"the web page could not be served again: %1"_s.arg(again.error().message));
        }
        return tl::unexpected(error);
    }
    if (!makesRoom && m_web.server) {
        m_web.server->stop();
        m_web = {};
    }
    takeWeb(std::move(*opened));
    return {};
}

Result<void> NovaHost::follow(const Settings &next)
{
    const bool serves = m_web.server != nullptr;
    if (serves != wantsWeb(next) || (serves && !isSameServing(next.server, m_settings.server))) {
        if (const auto moved = moveWeb(next); !moved)
            return moved;
    }
    // From here on nothing can fail.
    const Settings before = std::exchange(m_settings, next);
    if (next.log != before.log)
        m_logger.configure(next.log.level, next.log.format);
    if (next.watch != before.watch || next.backups != before.backups || next.health != before.health) {
        const LocalNova::Pace pace = paceOf(next);
        m_nova->setPace(pace);
        m_file.configure(pace.watching, pace.timing, 0);
    }
    if (m_running && next.redis != before.redis)
        m_nova->setRedis(redisOptions(next));
    if (next.restart != before.restart)
        m_nova->setRestartRules(restartRules(next, m_locations));
    return {};
}

void NovaHost::followFile()
{
    if (m_saving)
        return; // Once, when it is saved.
    using State = DocumentStatus::State;
    const State state = m_file.status().state;
    m_problem.clear();
    if (state == State::Invalid || state == State::Unreadable) {
        m_problem = m_file.status().problem;
        m_logger.error("settings"_L1, u"the settings in force stay: %1"_s.arg(m_problem),
                       {{u"file"_s, m_locations.settings()}});
        Q_EMIT settingsChanged();
        return;
    }
    m_inFile = settingsOf(m_file);
    const auto followed = withOverrides(m_inFile, m_command).and_then([this](const Settings &next) -> Result<void> {
        return follow(next);
    });
    if (!followed) {
        m_problem = followed.error().message;
        m_logger.error("settings"_L1, u"the settings in force stay: %1"_s.arg(m_problem));
    }
    Q_EMIT settingsChanged();
}

Result<Settings> NovaHost::settingsAfter(const SettingChanges &changes) const
{
    const DocumentStatus &status = m_file.status();
    using State = DocumentStatus::State;
    if (status.state == State::Invalid || status.state == State::Unreadable)
        return failure(ErrorCode::Conflict,
                       u"%1 has to be mended first: %2"_s.arg(m_locations.settings(), status.problem),
                       m_locations.settings(), status.errors);
    if (status.state == State::Loaded && !status.writable)
        return failure(
            ErrorCode::ManagedElsewhere,
            u"%1 is managed elsewhere: Nova may not write it. Change it at its source."_s.arg(m_locations.settings()),
            m_locations.settings());
    const QByteArray text = status.state == State::Loaded ? m_file.text()->bytes : QByteArray();
    const auto changed = withSettings(text, changes);
    if (!changed)
        return tl::unexpected(changed.error());
    Settings settings;
    if (const auto read = readSettings(*changed, m_locations.settings(), settings); !read)
        return tl::unexpected(read.error());
    return withOverrides(settings, m_command);
}

void NovaHost::changeSettings(const SettingChanges &changes, const Reply<void> &reply)
{
    if (m_saving)
        return reply(failure(ErrorCode::Conflict, u"Another change of the settings is being saved."_s));
    const auto followed =
        settingsAfter(changes).and_then([this](const Settings &next) -> Result<void> { return follow(next); });
    if (!followed)
        return reply(tl::unexpected(followed.error()));
    m_saving = true;
    m_file.edit(
        settingsEdit(changes), std::nullopt, {Origin::Ui, u"desktop"_s}, u"settings"_s,
        {m_mailbox, [this, changes, reply](const Result<Document::Saved> &saved) { onSaved(saved, changes, reply); }});
}

void NovaHost::onSaved(const Result<Document::Saved> &saved, const SettingChanges &changes, const Reply<void> &reply)
{
    m_saving = false;
    // As the file says, be that the change, or what was before.
    followFile();
    if (!saved)
        return reply(tl::unexpected(saved.error()));
    QJsonArray names; // Without values: one of them may be a password.
    for (const SettingChange &change : changes)
        names.append(change.name);
    m_logger.info("audit"_L1, u"settings changed"_s, {{u"what"_s, u"settings"_s}, {u"settings"_s, names}});
    reply({});
}

void NovaHost::makeLink(const Reply<QString> &reply)
{
    if (!m_web.server)
        return reply(failure(ErrorCode::Unavailable, u"The web page is not being served."_s));
    QUrl url(m_web.listening.address + u'/');
    if (const QString host = url.host(); host == u"0.0.0.0" || host == u"::")
        url.setHost(u"localhost"_s); // All addresses is no address to go to.
    m_web.server->issueLoginCode({m_mailbox, [url, reply](const Result<QByteArray> &code) mutable {
                                      if (code && !code->isEmpty())
                                          url.setFragment(u"login="_s + QString::fromLatin1(*code));
                                      reply(code.map([&](const QByteArray &) { return url.toString(); }));
                                  }});
}

} // namespace nova
