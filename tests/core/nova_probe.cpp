#include "tests/core/nova_probe.h"

#include "tests/core/document_probe.h"
#include "tests/core/memory_sink.h"

#include <QEventLoop>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nova::test
{

NovaProbe::NovaProbe(const QByteArray &catalog, const QByteArray &prompt, const Adjust &adjust)
{
    if (!catalog.isNull())
        Scratch::write(m_scratch.catalog(), catalog);
    if (!prompt.isNull())
        Scratch::write(m_scratch.prompt(), prompt);
    m_logger.addSink(std::make_unique<MemorySink>(m_log));
    LocalNova::Options options{m_scratch.catalog(), m_scratch.prompt(), u"nova-settings@test"_s, u"0.0.0"_s, 100,
                               quickOptions()};
    options.health.monitor.servers.interval = {}; // Nobody is asked.
    if (adjust)
        adjust(options);
    m_nova = std::make_unique<LocalNova>(options, m_logger);
    QObject::connect(m_nova.get(), &NovaService::eventPublished, m_mailbox.get(),
                     [this](const Event &event) { m_events.append(event); });
    m_nova->start();
}

QList<Event> NovaProbe::events(EventType type) const
{
    QList<Event> found;
    for (const Event &event : m_events) {
        if (event.type == type)
            found.append(event);
    }
    return found;
}

QStringList NovaProbe::story() const
{
    QStringList story;
    for (const Event &event : m_events) {
        QString line = toString(event.type);
        if (event.type == EventType::McpToggled)
            line += u' ' + event.data[u"name"].toString() + (event.data[u"enabled"].toBool() ? u" on"_s : u" off"_s) +
                    u" by " + event.data[u"origin"].toString();
        else if (event.type == EventType::ConfigValidated)
            line += event.data[u"valid"].toBool() ? u" valid"_s : u" invalid"_s;
        else if (event.type == EventType::PromptUpdated)
            line += u" by " + event.data[u"origin"].toString();
        story.append(line);
    }
    return story;
}

QList<QJsonObject> NovaProbe::audit(const QString &what) const
{
    QList<QJsonObject> found;
    for (const QByteArray &line : m_log) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (json[u"category"].toString() == u"audit" && json[u"what"].toString() == what)
            found.append(json);
    }
    return found;
}

const ServerEntry *NovaProbe::server(const QString &name) const
{
    for (const ServerEntry &entry : m_nova->state()->catalog->servers) {
        if (entry.name == name)
            return &entry;
    }
    return nullptr;
}

QStringList NovaProbe::switchedOn() const
{
    QStringList names;
    for (const ServerEntry &entry : m_nova->state()->catalog->servers) {
        if (entry.enabled)
            names.append(entry.name);
    }
    return names;
}

Result<Toggled> NovaProbe::toggle(const ToggleCommand &command, const Caller &caller)
{
    return answerTo<Toggled>([&](const Reply<Toggled> &reply) { m_nova->toggle(command, caller, reply); });
}

Result<TextSaved> NovaProbe::saveText(const SaveTextCommand &command)
{
    return answerTo<TextSaved>([&](const Reply<TextSaved> &reply) {
        m_nova->saveText(command, {Origin::Ui, u"desktop"_s}, reply);
    });
}

Result<Event> NovaProbe::broadcast(const BroadcastCommand &command)
{
    return answerTo<Event>([&](const Reply<Event> &reply) {
        m_nova->broadcast(command, {Origin::Api, u"token"_s}, reply);
    });
}

} // namespace nova::test
