#include "core/catalog/server_entry.h"

using namespace Qt::StringLiterals;

namespace nova
{

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
