#include "app/host/nova_host.h"
#include "app/host/settings_options.h"

#include <QJsonArray>

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

} // namespace

Result<void> NovaHost::follow(const Settings &next)
{
    if (!servesAs(next)) {
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
    takeFile();
    dismissWeb();
}

void NovaHost::takeFile()
{
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

Result<Settings> NovaHost::settingsAfter(const SettingChanges &changes, const std::optional<QString> &ifMatch) const
{
    const DocumentStatus &status = m_file.status();
    if (ifMatch && *ifMatch != status.fileRevision)
        return failure(ErrorCode::StaleRevision,
                       u"%1 was changed in the meantime: its revision is now %2."_s.arg(m_locations.settings(),
                                                                                        status.fileRevision),
                       m_locations.settings());
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

void NovaHost::changeSettings(const SettingChanges &changes, const std::optional<QString> &ifMatch,
                              const Caller &caller, const Changed &done)
{
    if (m_saving)
        return done(failure(ErrorCode::Conflict, u"Another change of the settings is being saved."_s));
    const auto followed =
        settingsAfter(changes, ifMatch).and_then([this](const Settings &next) -> Result<void> { return follow(next); });
    if (!followed) {
        done(tl::unexpected(followed.error()));
        dismissWeb();
        return;
    }
    m_saving = true;
    m_file.edit(settingsEdit(changes), ifMatch, caller, u"settings"_s,
                {m_mailbox, [this, changes, caller, done](const Result<Document::Saved> &saved) {
                     onSaved(saved.map([](const Document::Saved &) {}), changes, caller, done);
                 }});
}

void NovaHost::onSaved(const Result<void> &saved, const SettingChanges &changes, const Caller &caller,
                       const Changed &done)
{
    m_saving = false;
    // As the file says, be that the change, or what was before.
    takeFile();
    if (saved) {
        QJsonArray names; // Without values: one of them may be a password.
        for (const SettingChange &change : changes)
            names.append(change.name);
        QJsonObject fields{{u"what"_s, u"settings"_s},
                           {u"settings"_s, names},
                           {u"origin"_s, toString(caller.origin)},
                           {u"who"_s, caller.who}};
        if (!caller.address.isEmpty())
            fields[u"from"_s] = caller.address;
        if (!caller.requestId.isEmpty())
            fields[u"request_id"_s] = caller.requestId;
        m_logger.info("audit"_L1, u"settings changed"_s, fields);
    }
    done(saved);
    dismissWeb(); // It has its answer, and goes behind it.
}

} // namespace nova
