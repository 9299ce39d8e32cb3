#include "app/desktop/viewmodels/server_form.h"
#include "app/desktop/viewmodels/server_words.h"

using namespace Qt::StringLiterals;

// How a draft gets into the file.

namespace nova
{

namespace
{

const Caller desktop{Origin::Ui, u"desktop"_s};
constexpr int maxRepeats = 5;

/// The fields as the form calls them.
QString fieldWords(const QStringList &fields)
{
    QStringList words;
    for (const QString &field : fields) {
        words << (field == u"url"_s           ? ServerForm::tr("address")
                  : field == u"health_url"_s  ? ServerForm::tr("health address")
                  : field == u"description"_s ? ServerForm::tr("description")
                  : field == u"enabled"_s     ? ServerForm::tr("switch")
                  : field == u"probe"_s       ? ServerForm::tr("how it is checked")
                  : field == u"interval_s"_s  ? ServerForm::tr("interval")
                  : field == u"timeout_s"_s   ? ServerForm::tr("timeout")
                  : field == u"service"_s     ? ServerForm::tr("service")
                                              : ServerForm::tr("headers"));
    }
    return words.join(u", "_s);
}

} // namespace

void ServerForm::save()
{
    if (m_saving)
        return;
    m_triedToSave = true;
    showProblems();
    if (!m_whyNot.isEmpty())
        return say(m_whyNot, true);
    if (const QVariantMap problems = m_draft.problems(m_service.state()->catalog->servers); !problems.isEmpty()) {
        // What is wrong further down may be out of sight.
        const bool inSight = problems.contains(u"name"_s) || problems.contains(u"url"_s);
        return say(inSight ? QString() : problems.first().toString(), true);
    }
    if (!m_draft.isNew() && m_draft.patch().isEmpty() && m_draft.text(u"name"_s) == m_draft.base.name) {
        m_kept.remove(key());
        Q_EMIT saved(m_draft.base.name, {}); // Nothing to do.
        return;
    }
    say({}, false);
    m_repeats = 0;
    setSaving(true);
    send();
}

void ServerForm::send()
{
    const QString name = m_draft.text(u"name"_s);
    const Reply<ServerSaved> reply{m_mailbox, [this](const Result<ServerSaved> &result) { takeAnswer(result); }};
    if (m_draft.isNew())
        return m_service.addServer({name, m_draft.patch(), m_draft.revision}, desktop, reply);
    const auto newName = name == m_draft.base.name ? std::nullopt : std::optional(name);
    m_service.changeServer({m_draft.base.name, m_draft.patch(), newName, m_draft.revision}, desktop, reply);
}

void ServerForm::takeAnswer(const Result<ServerSaved> &result)
{
    if (result) {
        const QString name = result->name;
        m_kept.remove(key());
        setSaving(false);
        Q_EMIT saved(name, m_draft.isNew()             ? tr("%1 added").arg(name)
                           : name == m_draft.base.name ? tr("%1 saved").arg(name)
                                                       : tr("%1 is %2 now").arg(m_draft.base.name, name));
        return;
    }
    const Error &error = result.error();
    if (error.code == ErrorCode::StaleRevision && ++m_repeats <= maxRepeats) {
        m_newer.wait(m_draft.revision, [this, error](bool) { goOn(error); });
        return;
    }
    setSaving(false);
    if (error.code == ErrorCode::InvalidInput && !error.diagnostics.isEmpty())
        return takeFindings(error.diagnostics);
    say(reasonOf(error), true);
}

void ServerForm::goOn(const Error &error)
{
    const auto catalog = m_service.state()->catalog;
    const QString revision = catalog->file.revision;
    const ServerEntry *server = serverIn(*catalog, m_draft.base.name);
    if (revision == m_draft.revision) {
        setSaving(false);
        return say(reasonOf(error), true);
    }
    const bool same = m_draft.isNew() || (server && server->differingFields(m_draft.base).isEmpty());
    if (same && m_draft.problems(catalog->servers).isEmpty()) {
        m_draft.revision = revision;
        return send();
    }
    setSaving(false);
    if (same) { // Somebody else has taken the name.
        m_draft.revision = revision;
        return showProblems();
    }
    if (!server) {
        say(tr("%1 was removed in the meantime. Saving adds it again, without the headers that were not typed here.")
                .arg(m_draft.base.name),
            true);
        m_draft.base = {};
        m_draft.revision = revision;
        for (HeaderRows::Row &row : m_draft.headers)
            row.kept = false;
        m_draft.headers.removeIf([](const HeaderRows::Row &row) { return row.value.isEmpty(); });
    } else {
        say(tr("%1 was changed in the meantime: %2. What you typed is kept; saving puts it over that.")
                .arg(server->name, fieldWords(server->differingFields(m_draft.base))),
            true);
        m_draft.rebase(*server, revision);
    }
    m_headers.setRows(m_draft.headers);
    keep();
    Q_EMIT fieldsChanged();
    showProblems();
}

} // namespace nova
