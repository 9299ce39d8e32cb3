#include "app/desktop/viewmodels/newer_catalog.h"

using namespace std::chrono_literals;

namespace nova
{

NewerCatalog::NewerCatalog(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_watch(service)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(5s);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(false); });
    connect(&m_watch, &LinkWatch::switched, this, [this] {
        m_patience.stop();
        m_then = {};
    });
    connect(&service, &NovaService::stateChanged, this, &NewerCatalog::look);
}

NewerCatalog::~NewerCatalog() = default;

void NewerCatalog::wait(const QString &revision, Then then)
{
    m_revision = revision;
    m_then = std::move(then);
    m_patience.start();
    look();
}

void NewerCatalog::look()
{
    if (!m_then)
        return;
    const DocumentStatus &file = m_service.state()->catalog->file;
    // What is in the file may have errors: then there is nothing newer to be had, and no use in waiting.
    if (file.revision != m_revision || file.fileRevision != m_revision)
        finish(file.revision != m_revision);
}

void NewerCatalog::finish(bool isThere)
{
    m_patience.stop();
    if (const Then then = std::exchange(m_then, {}))
        then(isThere);
}

} // namespace nova
