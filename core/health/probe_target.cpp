#include "core/health/probe_target.h"

#include "core/health/placeholders.h"
#include "core/net/origin.h"

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

class Filling
{
public:
    Filling(const QProcessEnvironment &environment, ProbeTarget &target)
        : m_environment(environment)
        , m_target(target)
    {
    }

    QString fill(const QString &text, bool isSecret)
    {
        const Expanded expanded = expandVariables(text, m_environment);
        for (const QString &value : expanded.values)
            m_target.secrets.add(value);
        if (isSecret)
            m_target.secrets.add(expanded.text);
        for (const QString &name : expanded.missing) {
            if (!m_target.missing.contains(name))
                m_target.missing.append(name);
        }
        return expanded.text;
    }

private:
    const QProcessEnvironment &m_environment;
    ProbeTarget &m_target;
};

QUrl address(const QString &text, const QString &field, ProbeTarget &target)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool usable = url.isValid() && (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
    if (!usable && target.missing.isEmpty())
        target.problem = u"With its variables filled in, «%1» is no http or https address."_s.arg(field);
    return usable ? url : QUrl();
}

bool hasControlCharacter(const QByteArray &value)
{
    return std::any_of(value.begin(), value.end(), [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 127; });
}

} // namespace

bool MonitoredServer::isAskedOtherwise(const MonitoredServer &other) const
{
    return entry.url != other.entry.url || entry.healthUrl != other.entry.healthUrl ||
           entry.probe != other.entry.probe || entry.timeoutSeconds != other.entry.timeoutSeconds ||
           headers != other.headers;
}

ProbeTarget makeTarget(const MonitoredServer &server, const QProcessEnvironment &environment,
                       std::chrono::milliseconds usualTimeout)
{
    ProbeTarget target;
    target.kind = server.entry.probe;
    target.timeout = server.entry.timeoutSeconds > 0 ? std::chrono::seconds(server.entry.timeoutSeconds) : usualTimeout;
    Filling filling(environment, target);
    const QString url = filling.fill(server.entry.url, false);
    const QString healthUrl = filling.fill(server.entry.healthUrl, false);
    for (const HeaderTemplate &header : server.headers) {
        const QByteArray value = filling.fill(header.value, true).toUtf8();
        if (hasControlCharacter(value))
            target.problem = u"The value of the header %1 holds a line break or another control character."_s.arg(
                QString::fromUtf8(header.name));
        target.endpoint.headers.append({header.name, value});
    }
    target.endpoint.url = address(url, u"url"_s, target);
    if (!healthUrl.isEmpty())
        target.healthEndpoint.url = address(healthUrl, u"health_url"_s, target);
    if (isSameOrigin(target.endpoint.url, target.healthEndpoint.url))
        target.healthEndpoint.headers = target.endpoint.headers;
    return target;
}

} // namespace nova
