#include "app/desktop/viewmodels/server_form.h"

#include "app/desktop/viewmodels/server_words.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova
{

ServerForm::ServerForm(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_newer(service)
{
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(150ms);
    connect(&m_checkSoon, &QTimer::timeout, this, &ServerForm::check);
    connect(&m_headers, &HeaderRows::edited, this, [this] {
        m_draft.headers = m_headers.rows();
        keep();
        Q_EMIT fieldsChanged();
        showProblems();
        m_checkSoon.start();
    });
    connect(&m_watch, &LinkWatch::switched, this, &ServerForm::changeNova);
    connect(&service, &NovaService::stateChanged, this, &ServerForm::takeState);
    takeState(service.state());
    begin(Kind::Add, {});
}

ServerForm::~ServerForm() = default;

void ServerForm::takeState(const NovaStatePtr &state)
{
    const QString whyNot = whyNotEditable(*state);
    if (whyNot == m_whyNot)
        return;
    m_whyNot = whyNot;
    Q_EMIT whyNotChanged();
}

void ServerForm::changeNova()
{
    // What was typed is kept under the address of the other one.
    m_mailbox = std::make_shared<Mailbox>();
    m_checkSoon.stop();
    if (m_saving)
        setSaving(false);
    begin(Kind::Add, {});
}

void ServerForm::beginAdd()
{
    begin(Kind::Add, {});
}

bool ServerForm::beginEdit(const QString &name)
{
    if (!serverIn(*m_service.state()->catalog, name))
        return false;
    begin(Kind::Edit, name);
    return true;
}

bool ServerForm::beginDuplicate(const QString &name)
{
    if (!serverIn(*m_service.state()->catalog, name))
        return false;
    begin(Kind::Duplicate, name);
    return true;
}

void ServerForm::startOver()
{
    m_kept.remove(key());
    begin(m_kind, m_about);
}

ServerDraft ServerForm::freshDraft() const
{
    const auto catalog = m_service.state()->catalog;
    const ServerEntry *server = serverIn(*catalog, m_about);
    const QString &revision = catalog->file.revision;
    if (server && m_kind == Kind::Duplicate)
        return ServerDraft::likeThat(*server, catalog->servers, revision);
    ServerDraft draft = ServerDraft::of(server ? *server : ServerEntry(), revision);
    if (!server)
        draft.base.name.clear();
    return draft;
}

QString ServerForm::key() const
{
    return m_watch.address() + u' ' + QString::number(int(m_kind)) + u' ' + m_about;
}

void ServerForm::begin(Kind kind, const QString &about)
{
    if (m_saving)
        return; // What is on its way is answered first.
    m_kind = kind;
    m_about = about;
    const bool known = m_kept.contains(key());
    m_draft = known ? m_kept.value(key()) : freshDraft();
    m_headers.setRows(m_draft.headers);
    m_found.clear();
    m_left.clear();
    m_triedToSave = false;
    m_repeats = 0;
    const bool noValues = kind == Kind::Duplicate && !m_draft.headers.isEmpty();
    say(known      ? tr("This is what you had typed before. It is not saved yet.")
        : noValues ? tr("The values of its headers are not shown and not copied. Type them, or remove the headers.")
                   : QString(),
        false);
    Q_EMIT begun();
    Q_EMIT fieldsChanged();
    showProblems();
    if (known)
        m_checkSoon.start();
}

bool ServerForm::isChanged() const
{
    const ServerDraft fresh = freshDraft();
    return m_draft.fields != fresh.fields || m_draft.headers != fresh.headers;
}

void ServerForm::keep()
{
    if (isChanged())
        m_kept.insert(key(), m_draft);
    else
        m_kept.remove(key());
}

void ServerForm::set(const QString &field, const QVariant &value)
{
    if (m_draft.fields.value(field) == value)
        return;
    m_draft.fields[field] = value;
    m_found.remove(field);
    keep();
    Q_EMIT fieldsChanged();
    showProblems();
    m_checkSoon.start();
}

void ServerForm::leave(const QString &field)
{
    if (m_left.contains(field) || (m_draft.isNew() && !isChanged()))
        return; // Somebody who only looks around has done nothing wrong.
    m_left.insert(field);
    showProblems();
    m_checkSoon.start();
}

bool ServerForm::usesMore() const
{
    static const QStringList more{u"health_url"_s, u"probe"_s,   u"interval_s"_s,
                                  u"timeout_s"_s,  u"service"_s, u"headers"_s};
    const QJsonObject set = ServerDraft{{}, {}, m_draft.fields, m_draft.headers}.patch();
    return std::any_of(more.begin(), more.end(),
                       [&](const QString &field) { return set.contains(field) || m_shown.contains(field); });
}

void ServerForm::check()
{
    // A catalog of this one server, in JSON, which is YAML. Values that are not known cannot be wrong.
    ServerDraft draft = m_draft;
    draft.base = {};
    draft.headers.removeIf([](const HeaderRows::Row &row) { return row.kept && row.value.isEmpty(); });
    const QString name = isServerName(m_draft.text(u"name"_s)) ? m_draft.text(u"name"_s) : u"new"_s;
    const QByteArray text = QJsonDocument(QJsonObject{{name, draft.patch()}}).toJson();
    m_service.validate(DocumentKind::Catalog, text,
                       {m_mailbox, [this, asked = ++m_asked](const Result<InterpretationPtr> &result) {
                            if (result && *result && asked == m_asked)
                                takeFindings((*result)->errors);
                        }});
}

void ServerForm::takeFindings(const QList<Diagnostic> &findings)
{
    m_found.clear();
    for (const Diagnostic &finding : findings) {
        // "gmail.url", "gmail.headers.Authorization"; a name may have dots of its own.
        const QStringList &known = serverFields();
        const QStringList parts = finding.path.split(u'.');
        const auto field = std::find_if(parts.begin() + 1, parts.end(),
                                        [&known](const QString &part) { return known.contains(part); });
        const QString key = finding.path.contains(u'.') && field != parts.end() ? *field : u"name"_s;
        if (!m_found.contains(key))
            m_found[key] = finding.hint.isEmpty() ? finding.message : QString(finding.message + u' ' + finding.hint);
    }
    showProblems();
}

void ServerForm::showProblems()
{
    QVariantMap problems = m_draft.problems(m_service.state()->catalog->servers);
    for (auto found = m_found.begin(); found != m_found.end(); ++found) {
        if (!problems.contains(found.key()))
            problems.insert(found.key(), found.value());
    }
    m_shown.clear();
    for (auto problem = problems.begin(); problem != problems.end(); ++problem) {
        if (m_triedToSave || m_left.contains(problem.key()))
            m_shown.insert(problem.key(), problem.value());
    }
    Q_EMIT problemsChanged();
}

void ServerForm::say(const QString &notice, bool failing)
{
    m_notice = notice;
    m_failing = failing;
    Q_EMIT noticeChanged();
}

void ServerForm::setSaving(bool saving)
{
    m_saving = saving;
    Q_EMIT savingChanged();
}

} // namespace nova
