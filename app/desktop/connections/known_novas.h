#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace nova
{

/// The addresses of other Novas that somebody has added, in a JSON file of the state folder. No secrets. UI thread.
class KnownNovas
{
public:
    /// A file that is missing or no list is an empty one.
    explicit KnownNovas(const QString &path);

    [[nodiscard]] const QStringList &addresses() const { return m_addresses; }
    /// What could not be written is known for this run all the same.
    Result<void> add(const QString &address);
    Result<void> remove(const QString &address);

private:
    [[nodiscard]] Result<void> save() const;

    const QString m_path;
    QStringList m_addresses;
};

} // namespace nova
