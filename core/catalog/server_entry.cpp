#include "core/catalog/server_entry.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova
{

const QStringList &serverFields()
{
    static const QStringList fields{u"url"_s,        u"health_url"_s, u"description"_s, u"enabled"_s, u"probe"_s,
                                    u"interval_s"_s, u"timeout_s"_s,  u"service"_s,     u"headers"_s};
    return fields;
}

bool isServerName(const QString &name)
{
    static const QRegularExpression valid(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"_s);
    return valid.match(name).hasMatch();
}

QString toString(ProbeKind kind)
{
    switch (kind) {
    case ProbeKind::Auto:
        return u"auto"_s;
    case ProbeKind::Mcp:
        return u"mcp"_s;
    case ProbeKind::Http:
        return u"http"_s;
    }
    return {};
}

QStringList ServerEntry::differingFields(const ServerEntry &other) const
{
    QStringList fields;
    const auto compare = [&](QLatin1StringView field, bool same) {
        if (!same)
            fields.append(field);
    };
    compare("url"_L1, url == other.url);
    compare("health_url"_L1, healthUrl == other.healthUrl);
    compare("description"_L1, description == other.description);
    compare("enabled"_L1, enabled == other.enabled);
    compare("probe"_L1, probe == other.probe);
    compare("interval_s"_L1, intervalSeconds == other.intervalSeconds);
    compare("timeout_s"_L1, timeoutSeconds == other.timeoutSeconds);
    compare("service"_L1, service == other.service);
    compare("headers"_L1, headerNames == other.headerNames && headersDigest == other.headersDigest);
    return fields;
}

} // namespace nova
