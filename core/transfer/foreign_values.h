#pragma once

#include "core/catalog/catalog.h"
#include "core/transfer/foreign_form.h"

namespace nova
{

/// A text of another program in our way of writing variables. Pure.
struct Translated {
    QString text;
    QStringList variables; ///< Its `${NAME}`s.
    QStringList dropped;   ///< The variables whose defaults were used up or stay behind.
    QString unknown;       ///< A variable that only that program can fill in; empty if there is none.
};

/// What becomes of the default in `${NAME:-default}`; the catalog has none.
enum class Defaults { Fill, Drop };

/// `${env:NAME}`, `${input:some-id}` and `${NAME:-default}` as `${NAME}`.
[[nodiscard]] Translated translateVariables(const QString &text, Defaults defaults);

/// A header with its secret, if it has one in plain text, replaced by a variable that is named after the server.
struct SafeHeader {
    HeaderTemplate header;
    QString variable; ///< The one that was put in its place; empty if none was.
};
[[nodiscard]] SafeHeader withoutSecret(const QString &server, const HeaderTemplate &header);

/// The same for the query of an address.
struct SafeUrl {
    QString url;
    QStringList variables;
};
[[nodiscard]] SafeUrl withoutSecrets(const QString &server, const QString &url);

/// "GMAIL_TOKEN" for a part of the name of a variable: upper case, digits, underscores.
[[nodiscard]] QString variableName(const QString &words);

/// The names in `${NAME}`, each once.
[[nodiscard]] QStringList variablesIn(const QString &text);

/// Whether a text that people gave a name such as `name` looks like a secret.
[[nodiscard]] bool looksSecret(const QString &name, const QString &value);

/// An allowed name for a server that is as much like `name` as can be, and none of `taken`.
[[nodiscard]] QString allowedName(const QString &name, const QStringList &taken);

/// What is the same for two addresses that lead to the same place.
[[nodiscard]] QString comparableUrl(const QString &url);

} // namespace nova
