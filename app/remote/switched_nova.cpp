#include "app/remote/switched_nova.h"

namespace nova
{

SwitchedNova::SwitchedNova(NovaService &first)
    : m_current(&first)
{
    listen();
}

SwitchedNova::~SwitchedNova() = default;

void SwitchedNova::listen()
{
    connect(m_current, &NovaService::stateChanged, this, &NovaService::stateChanged);
    connect(m_current, &NovaService::eventPublished, this, &NovaService::eventPublished);
}

void SwitchedNova::setCurrent(NovaService &next)
{
    if (&next == m_current)
        return;
    m_current->disconnect(this);
    {
        const std::lock_guard lock(m_mutex);
        m_current = &next;
    }
    listen();
    Q_EMIT stateChanged(next.state());
}

NovaService &SwitchedNova::current() const
{
    const std::lock_guard lock(m_mutex);
    return *m_current;
}

NovaStatePtr SwitchedNova::state() const
{
    return current().state();
}

void SwitchedNova::toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply)
{
    current().toggle(std::move(command), std::move(caller), std::move(reply));
}

void SwitchedNova::addServer(AddServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    current().addServer(std::move(command), std::move(caller), std::move(reply));
}

void SwitchedNova::changeServer(ChangeServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    current().changeServer(std::move(command), std::move(caller), std::move(reply));
}

void SwitchedNova::removeServer(RemoveServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    current().removeServer(std::move(command), std::move(caller), std::move(reply));
}

void SwitchedNova::moveServer(MoveServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    current().moveServer(std::move(command), std::move(caller), std::move(reply));
}

void SwitchedNova::saveText(SaveTextCommand command, Caller caller, Reply<TextSaved> reply)
{
    current().saveText(std::move(command), std::move(caller), std::move(reply));
}

void SwitchedNova::restore(RestoreCommand command, Caller caller, Reply<TextSaved> reply)
{
    current().restore(std::move(command), std::move(caller), std::move(reply));
}

void SwitchedNova::broadcast(BroadcastCommand command, Caller caller, Reply<Event> reply)
{
    current().broadcast(std::move(command), std::move(caller), std::move(reply));
}

void SwitchedNova::readText(DocumentKind document, QString id, Reply<StoredText> reply)
{
    current().readText(document, std::move(id), std::move(reply));
}

void SwitchedNova::listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply)
{
    current().listVersions(document, std::move(reply));
}

void SwitchedNova::compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply)
{
    current().compareTexts(document, std::move(from), std::move(to), std::move(reply));
}

void SwitchedNova::readEvents(Reply<QList<Event>> reply)
{
    current().readEvents(std::move(reply));
}

void SwitchedNova::check(QString server, Caller caller, Reply<HealthReportPtr> reply)
{
    current().check(std::move(server), std::move(caller), std::move(reply));
}

void SwitchedNova::readHistory(QString server, Reply<HealthHistory> reply)
{
    current().readHistory(std::move(server), std::move(reply));
}

void SwitchedNova::restart(QString service, Caller caller, Reply<RestartResult> reply)
{
    current().restart(std::move(service), std::move(caller), std::move(reply));
}

void SwitchedNova::validate(DocumentKind document, QByteArray text, Reply<InterpretationPtr> reply)
{
    current().validate(document, std::move(text), std::move(reply));
}

void SwitchedNova::reload()
{
    current().reload();
}

} // namespace nova
