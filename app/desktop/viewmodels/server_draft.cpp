#include "app/desktop/viewmodels/server_draft.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("nova::ServerDraft", text);
}

const QStringList &numbers()
{
    static const QStringList fields{u"interval_s"_s, u"timeout_s"_s};
    return fields;
}

/// The fields as they are shown in a form.
QVariantMap textsOf(const ServerEntry &server)
{
    const auto number = [](int seconds) { return seconds > 0 ? QString::number(seconds) : QString(); };
    return {{u"name"_s, server.name},
            {u"url"_s, server.url},
            {u"health_url"_s, server.healthUrl},
            {u"description"_s, server.description},
            {u"enabled"_s, server.enabled},
            {u"probe"_s, toString(server.probe)},
            {u"interval_s"_s, number(server.intervalSeconds)},
            {u"timeout_s"_s, number(server.timeoutSeconds)},
            {u"service"_s, server.service}};
}

QJsonValue valueOf(const QString &field, const QVariant &value)
{
    if (field == u"enabled"_s)
        return value.toBool();
    const QString text = value.toString().trimmed();
    if (text.isEmpty())
        return QJsonValue::Null;
    return numbers().contains(field) ? QJsonValue(text.toInt()) : QJsonValue(text);
}

bool isTaken(const QString &name, const QList<ServerEntry> &servers)
{
    return std::any_of(servers.begin(), servers.end(),
                       [&name](const ServerEntry &server) { return server.name == name; });
}

/// "gmail-2", or the next number that is free.
QString freeName(const QString &like, const QList<ServerEntry> &servers)
{
    for (int number = 2;; ++number) {
        QString name = like.left(58) + u'-' + QString::number(number);
        if (!isTaken(name, servers))
            return name;
    }
}

} // namespace

ServerDraft ServerDraft::of(const ServerEntry &server, const QString &revision)
{
    ServerDraft draft{server, revision, textsOf(server)};
    for (const QString &header : server.headerNames)
        draft.headers.append({header, {}, true});
    return draft;
}

ServerDraft ServerDraft::likeThat(const ServerEntry &server, const QList<ServerEntry> &others, const QString &revision)
{
    ServerDraft draft{{}, revision, textsOf(server)};
    draft.fields[u"name"_s] = freeName(server.name, others);
    for (const QString &header : server.headerNames)
        draft.headers.append({header, {}, false});
    return draft;
}

QJsonObject ServerDraft::patch() const
{
    const QVariantMap was = textsOf(base);
    QJsonObject patch;
    for (const QString &field : serverFields()) {
        if (field == u"headers"_s)
            continue;
        const QJsonValue value = valueOf(field, fields.value(field));
        if (value != valueOf(field, was.value(field)))
            patch.insert(field, value);
    }
    HeaderRows rows;
    rows.setRows(headers);
    if (const QJsonObject changed = rows.patchOf(base.headerNames); !changed.isEmpty())
        patch.insert(u"headers"_s, changed);
    return patch;
}

QVariantMap ServerDraft::problems(const QList<ServerEntry> &others) const
{
    QVariantMap problems;
    const QString name = text(u"name"_s);
    if (name.isEmpty())
        problems[u"name"_s] = tr("Give it a name.");
    else if (!isServerName(name))
        problems[u"name"_s] =
            tr("Letters, digits, dots, underscores and hyphens, beginning with a letter or digit; 64 at most.");
    else if (name != base.name && isTaken(name, others))
        problems[u"name"_s] = tr("There is a server of that name already.");
    if (text(u"url"_s).isEmpty())
        problems[u"url"_s] = tr("Give the address of its MCP endpoint, such as http://localhost:8002/mcp.");
    for (const QString &field : numbers()) {
        bool isNumber = false;
        if (const QString typed = text(field); !typed.isEmpty() && (typed.toInt(&isNumber) <= 0 || !isNumber))
            problems[field] = tr("Whole seconds, or nothing.");
    }
    HeaderRows rows;
    rows.setRows(headers);
    if (const QString problem = rows.problem(); !problem.isEmpty())
        problems[u"headers"_s] = problem;
    return problems;
}

void ServerDraft::rebase(const ServerEntry &server, const QString &newRevision)
{
    const QVariantMap was = textsOf(base), is = textsOf(server);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (*field == was.value(field.key()))
            *field = is.value(field.key());
    }
    for (const QString &header : server.headerNames) {
        const bool known = base.headerNames.contains(header) ||
                           std::any_of(headers.begin(), headers.end(),
                                       [&header](const HeaderRows::Row &row) { return row.name == header; });
        if (!known)
            headers.append({header, {}, true});
    }
    headers.removeIf([&server](const HeaderRows::Row &row) {
        return row.kept && row.value.isEmpty() && !server.headerNames.contains(row.name);
    });
    base = server;
    revision = newRevision;
}

QJsonObject fieldsOf(const ServerEntry &server)
{
    const ServerDraft draft{{}, {}, textsOf(server)};
    return draft.patch();
}

} // namespace nova
