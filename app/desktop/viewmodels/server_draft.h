#pragma once

#include "app/desktop/viewmodels/header_rows.h"

#include <QVariantMap>

namespace nova
{

/// A server as somebody is writing it down: texts as they are typed, by the names of the catalog's fields, and "name".
/// A value, so that it can be kept for later.
struct ServerDraft {
    ServerEntry base{}; ///< What it was begun from; of a new server, one without a name.
    QString revision{}; ///< The catalog in which that was seen.
    QVariantMap fields{};
    QList<HeaderRows::Row> headers{};

    [[nodiscard]] static ServerDraft of(const ServerEntry &server, const QString &revision);
    /// A new one with the fields of another; the values of its headers are not known.
    [[nodiscard]] static ServerDraft likeThat(const ServerEntry &server, const QList<ServerEntry> &others,
                                              const QString &revision);

    [[nodiscard]] bool isNew() const { return base.name.isEmpty(); }
    [[nodiscard]] QString text(const QString &field) const { return fields.value(field).toString().trimmed(); }

    /// What has to change in `base` as a merge patch; of a new server, all its fields.
    [[nodiscard]] QJsonObject patch() const;
    /// What keeps it from being sent, by field, as sentences.
    [[nodiscard]] QVariantMap problems(const QList<ServerEntry> &others) const;
    /// Begins from a newer `server`: what somebody has changed stays, the rest is what it is now.
    void rebase(const ServerEntry &server, const QString &newRevision);
};

/// What is known of a server, as fields of a request; the values of its headers are not.
[[nodiscard]] QJsonObject fieldsOf(const ServerEntry &server);

} // namespace nova
