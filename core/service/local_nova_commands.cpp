#include "core/service/local_nova.h"

using namespace Qt::StringLiterals;

// The commands of LocalNova: each becomes an edit of one document, or a question to it.

namespace nova
{

namespace
{

std::function<void(const Result<Document::Saved> &)> answering(Reply<TextSaved> reply)
{
    return [reply = std::move(reply)](const Result<Document::Saved> &saved) {
        reply(saved.map([](const Document::Saved &value) {
            return TextSaved{value.changed, value.revision, value.backupId};
        }));
    };
}

} // namespace

ManagedText &LocalNova::text(DocumentKind kind)
{
    return kind == DocumentKind::Catalog ? m_catalog : m_prompt;
}

void LocalNova::toggle(ToggleCommand command, Caller caller, Reply<Toggled> reply)
{
    auto toggled = std::make_shared<Toggled>();
    toggled->name = command.name;
    const auto change = [name = command.name, wanted = command.enabled,
                         toggled](const DocumentText &base) -> Result<Document::Edited> {
        const auto catalog = std::static_pointer_cast<const Catalog>(base.meaning);
        const ServerEntry *server = catalog->find(name);
        toggled->enabled = wanted.value_or(!(server && server->enabled));
        return withEnabled({base.bytes, catalog}, name, toggled->enabled).map([](const CatalogText &after) {
            return Document::Edited(after.bytes, after.catalog);
        });
    };
    m_catalog.edit(change, std::move(command.ifMatch), std::move(caller), u"toggle"_s,
                   [toggled, reply](const Result<Document::Saved> &saved) {
                       reply(saved.map([&](const Document::Saved &value) {
                           toggled->changed = value.changed;
                           toggled->revision = value.revision;
                           return *toggled;
                       }));
                   });
}

void LocalNova::editServer(const QString &name, std::function<Result<CatalogText>(const CatalogText &)> change,
                           std::optional<QString> ifMatch, Caller caller, const QString &action,
                           const Reply<ServerSaved> &reply)
{
    const auto edited = [change = std::move(change)](const DocumentText &base) -> Result<Document::Edited> {
        return change({base.bytes, std::static_pointer_cast<const Catalog>(base.meaning)})
            .map([](const CatalogText &after) { return Document::Edited(after.bytes, after.catalog); });
    };
    m_catalog.edit(edited, std::move(ifMatch), std::move(caller), action,
                   [name, reply](const Result<Document::Saved> &saved) {
                       reply(saved.map([&](const Document::Saved &value) {
                           return ServerSaved{name, value.changed, value.revision, value.backupId};
                       }));
                   });
}

void LocalNova::addServer(AddServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    const auto change = [name = command.name, fields = command.fields](const CatalogText &text) {
        return withServer(text, name, fields);
    };
    editServer(command.name, change, std::move(command.ifMatch), std::move(caller), u"add"_s, reply);
}

void LocalNova::changeServer(ChangeServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    const QString newName = command.newName.value_or(command.name);
    const auto change = [name = command.name, newName, fields = command.fields](const CatalogText &text) {
        return withFields(text, name, fields).and_then([&](const CatalogText &changed) {
            return withName(changed, name, newName);
        });
    };
    editServer(newName, change, std::move(command.ifMatch), std::move(caller), u"change"_s, reply);
}

void LocalNova::removeServer(RemoveServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    const auto change = [name = command.name](const CatalogText &text) { return withoutServer(text, name); };
    editServer(command.name, change, std::move(command.ifMatch), std::move(caller), u"remove"_s, reply);
}

void LocalNova::moveServer(MoveServerCommand command, Caller caller, Reply<ServerSaved> reply)
{
    const auto asked = std::make_shared<const MoveServerCommand>(std::move(command));
    const auto change = [asked](const CatalogText &text) { return withServerBefore(text, asked->name, asked->before); };
    editServer(asked->name, change, asked->ifMatch, std::move(caller), u"move"_s, reply);
}

void LocalNova::saveText(SaveTextCommand command, Caller caller, Reply<TextSaved> reply)
{
    const auto change = [text = std::move(command.text)](const DocumentText &) -> Result<Document::Edited> {
        return Document::Edited(text);
    };
    text(command.document)
        .edit(change, std::move(command.ifMatch), std::move(caller), u"save"_s, answering(std::move(reply)));
}

void LocalNova::restore(RestoreCommand command, Caller caller, Reply<TextSaved> reply)
{
    ManagedText &managed = text(command.document);
    managed.edit(managed.restoring(command.id), std::move(command.ifMatch), std::move(caller), u"restore"_s,
                 answering(std::move(reply)));
}

void LocalNova::readText(DocumentKind document, QString id, Reply<StoredText> reply)
{
    text(document).read(id, reply);
}

void LocalNova::listVersions(DocumentKind document, Reply<QList<DocumentVersion>> reply)
{
    text(document).list(reply);
}

void LocalNova::compareTexts(DocumentKind document, QString from, QString to, Reply<TextDiff> reply)
{
    text(document).compare(from, to, reply);
}

void LocalNova::readEvents(Reply<QList<Event>> reply)
{
    reply(m_events.kept());
}

void LocalNova::validate(DocumentKind document, QByteArray bytes, Reply<InterpretationPtr> reply)
{
    text(document).validate(bytes, reply);
}

} // namespace nova
