#include "app/host/nova_host.h"

#include "app/host/settings_options.h"
#include "core/log/sinks.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

LocalNova::Options fullOptions(const Settings &settings, const Locations &locations, const StateStanding &state)
{
    LocalNova::Options options = novaOptions(settings, locations);
    options.redis = redisOptions(settings);
    options.health.stateFolder = locations.state;
    options.health.stateIsOurs = state.mayWrite;
    options.stateProblem = state.problem;
    options.restart = restartRules(settings, locations);
    return options;
}

} // namespace

RestartRules restartRules(const Settings &settings, const Locations &locations)
{
    return {settings.restart.allowedServices, settings.restart.command,
            locations.besideSettings(settings.restart.composeFile), locations.root};
}

Result<std::unique_ptr<NovaHost>> NovaHost::create(const CommandLine &command)
{
    const Locations locations = findLocations(command.root, command.state);
    const auto settings = effectiveSettings(command, locations);
    if (!settings)
        return tl::unexpected(settings.error());
    if (!QDir(locations.state).exists() && QDir().mkpath(locations.state))
        QFile::setPermissions(locations.state, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const StateStanding state = openStateFolder(locations.state, QCoreApplication::applicationVersion());
    return std::unique_ptr<NovaHost>(new NovaHost(*settings, locations, command, state));
}

NovaHost::NovaHost(Settings settings, Locations locations, const CommandLine &command, const StateStanding &state)
    : m_command(command)
    , m_locations(std::move(locations))
    , m_settings(std::move(settings))
    , m_redis(m_settings.redis)
    , m_logger(m_settings.log.level, m_settings.log.format)
    , m_qtMessages(m_logger)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_worker(std::make_unique<Worker>(u"nova-settings"_s))
    , m_file(m_locations.settings(), interpretSettings, documentOptions(m_settings), *m_worker)
    , m_served(*this)
{
    m_logger.addSink(std::make_unique<StandardErrorSink>());
    m_logger.addSink(std::make_unique<FileSink>(m_locations.state + u"/nova-settings.log"_s));
    if (!state.problem.isEmpty())
        m_logger.warning("state"_L1, state.problem, {{u"folder"_s, m_locations.state}});
    if (state.migratedFrom > 0)
        m_logger.info(
            "state"_L1, u"the state folder was brought to a newer format"_s,
            {{u"folder"_s, m_locations.state}, {u"from"_s, state.migratedFrom}, {u"to"_s, currentStateFormat}});
    writeFirstContent(m_locations);
    m_nova = std::make_unique<LocalNova>(fullOptions(m_settings, m_locations, state), m_logger);
    connect(&m_file, &Document::changed, this, &NovaHost::followFile);
}

NovaHost::~NovaHost()
{
    stop();
    m_worker.reset();
}

void NovaHost::openSettings()
{
    if (!std::exchange(m_settingsOpen, true))
        m_file.start();
}

Result<void> NovaHost::start(bool serve)
{
    m_serve = serve;
    m_running = true;
    m_nova->start();
    if (m_settings.redis != m_redis)
        m_nova->setRedis(redisOptions(m_settings));
    openSettings();
    if (m_serve) {
        auto web = openWeb(m_settings.server);
        if (!web)
            return tl::unexpected(web.error());
        takeWeb(std::move(*web));
    }
    followFile(); // Opens the web side where the settings want it; a window is of use without one.
    return {};
}

void NovaHost::reload()
{
    m_nova->reload();
    m_file.reload();
    if (!m_web.server)
        return;
    if (const auto read = m_web.server->reloadTls(); !read)
        m_logger.error("http"_L1, u"the certificate in use stays: %1"_s.arg(read.error().message));
    reloadToken();
}

void NovaHost::rollCall(const Mailbox::Work &answered)
{
    const auto silent = std::make_shared<int>(m_web.server ? 3 : 2);
    const auto answer = [silent, answered] { // Core thread.
        if (--*silent == 0)
            answered();
    };
    m_nova->knock(answer);
    m_worker->post([mailbox = m_mailbox, answer] { mailbox->post(answer); });
    if (m_web.server)
        m_web.server->knock(m_mailbox, answer);
}

void NovaHost::stop()
{
    m_nova->stop();
    m_leaving.clear();
    m_web = {};
}

} // namespace nova
