#pragma once

#include "core/base/result.h"

namespace nova
{

/// The token that whoever calls the API has to have: a file in the state folder, readable by its owner alone.
/// Made at the first start from 32 random bytes.
class TokenFile
{
public:
    explicit TokenFile(const QString &stateFolder);

    [[nodiscard]] QString path() const { return m_path; }

    /// The token, made now if there is none. Creates the state folder (mode 0700) where it is missing.
    [[nodiscard]] Result<QByteArray> loadOrCreate() const;

    /// A new token in place of the old one: every session and every stored token ends.
    [[nodiscard]] Result<QByteArray> rotate() const;

private:
    const QString m_path;
};

} // namespace nova
