#pragma once

#include "core/base/result.h"

namespace nova
{

/// The token that whoever calls the API has to have: a file in the state folder, readable by its owner alone.
/// Made at the first start from 32 random bytes. Or a file that somebody else has made and keeps, which several Novas
/// may share: that one is only read.
class TokenFile
{
public:
    /// `given`: the file of somebody else, if there is one.
    explicit TokenFile(const QString &stateFolder, const QString &given = {});

    [[nodiscard]] QString path() const { return m_path; }

    /// The token, made now if there is none and the file is Nova's own. Creates the state folder (mode 0700) where it
    /// is missing.
    [[nodiscard]] Result<QByteArray> loadOrCreate() const;

    /// A new token in place of the old one: every session and every stored token ends. Refused for a given file.
    [[nodiscard]] Result<QByteArray> rotate() const;

private:
    [[nodiscard]] Result<QByteArray> loadGiven() const;

    const bool m_isGiven;
    const QString m_path;
};

} // namespace nova
