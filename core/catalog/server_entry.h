#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace nova
{

/// The fields of a server in the order in which they are written.
[[nodiscard]] const QStringList &serverFields();

/// Whether `name` can be the name of a server: 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a
/// letter or digit.
[[nodiscard]] bool isServerName(const QString &name);

/// How the health of a server is asked.
enum class ProbeKind { Auto, Mcp, Http };

[[nodiscard]] QString toString(ProbeKind kind);

/// One MCP server as the catalog describes it. Text as written: `${ENV}` is not expanded here, and the values of
/// headers are left out altogether, so that nothing secret can be shown by mistake.
struct ServerEntry {
    QString name;
    QString url;
    QString healthUrl;
    QString description;
    bool enabled = true;
    ProbeKind probe = ProbeKind::Auto;
    int intervalSeconds = 0; ///< 0: the setting `health.interval_s`.
    int timeoutSeconds = 0;  ///< 0: the setting `health.timeout_s`.
    QString service;
    QStringList headerNames;
    QByteArray headersDigest; ///< Of names and values: tells that they changed without telling what they are.
    int line = 0;             ///< Of the name in the file; from 1.

    /// The names of the fields in which two entries differ; `line` is not one.
    [[nodiscard]] QStringList differingFields(const ServerEntry &other) const;
};

} // namespace nova
