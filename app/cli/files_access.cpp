#include "app/cli/files_access.h"

#include "app/host/settings_options.h"
#include "core/log/sinks.h"
#include "core/service/state_json.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

LocalNova::Options quietOptions(const Settings &settings, const Locations &locations)
{
    LocalNova::Options options = novaOptions(settings, locations);
    options.health.monitor.servers.interval = {}; // Nobody is asked,
    options.health.monitor.maxConcurrent = 0;     // not even a server with an interval of its own.
    return options;
}

Caller commandLine()
{
    return {Origin::Api, u"command line"_s};
}

} // namespace

FilesAccess::FilesAccess(const Settings &settings, const Locations &locations)
    : m_log(locations.state + u"/nova-settings.log"_s)
    , m_logger(settings.log.level, settings.log.format)
    , m_qtMessages(m_logger)
    , m_nova(quietOptions(settings, locations), m_logger)
{
    m_nova.start();
}

FilesAccess::~FilesAccess() = default;

void FilesAccess::openLog()
{
    if (std::exchange(m_logIsOpen, true))
        return;
    const QString folder = QFileInfo(m_log).path();
    if (!QDir(folder).exists() && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_logger.addSink(std::make_unique<FileSink>(m_log));
}

template <typename T>
Result<T> FilesAccess::wait(const std::function<void(Reply<T>)> &ask)
{
    QEventLoop loop;
    const auto mailbox = std::make_shared<Mailbox>();
    std::optional<Result<T>> answer;
    ask({mailbox, [&](Result<T> result) {
             answer = std::move(result);
             loop.quit();
         }});
    loop.exec();
    return *answer;
}

Result<QJsonObject> FilesAccess::catalog()
{
    const NovaStatePtr state = m_nova.state();
    const CatalogState &catalog = *state->catalog;
    if (catalog.file.state != DocumentStatus::State::Loaded) {
        const bool invalid = catalog.file.state == DocumentStatus::State::Invalid;
        return failure(invalid ? ErrorCode::Conflict : ErrorCode::NotFound,
                       invalid ? u"%1 has errors; «validate» shows them."_s.arg(catalog.file.path)
                               : catalog.file.problem,
                       catalog.file.path, catalog.file.errors);
    }
    return toJson(catalog, {});
}

Result<QByteArray> FilesAccess::catalogText()
{
    return wait<StoredText>(
               [this](const Reply<StoredText> &reply) { m_nova.readText(DocumentKind::Catalog, u"current"_s, reply); })
        .map([](const StoredText &text) { return text.bytes; });
}

Result<Toggled> FilesAccess::toggle(const ToggleCommand &command)
{
    openLog();
    return wait<Toggled>([&](const Reply<Toggled> &reply) { m_nova.toggle(command, commandLine(), reply); });
}

Result<ServerSaved> FilesAccess::add(const AddServerCommand &command)
{
    openLog();
    return wait<ServerSaved>([&](const Reply<ServerSaved> &reply) { m_nova.addServer(command, commandLine(), reply); });
}

} // namespace nova
