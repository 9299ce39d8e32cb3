#pragma once

#include <QStringList>

namespace nova
{

/// Takes credentials out of texts that came from elsewhere: a server may repeat in an error what it was sent.
class SecretFilter
{
public:
    /// A value that must not be seen: it, and each of its words that may be a secret by itself («Bearer abc…»).
    void add(const QString &value);
    /// Also finds the beginning of a secret before an «…», where a text was shortened.
    [[nodiscard]] QString cleaned(QString text) const;
    [[nodiscard]] bool isEmpty() const { return m_secrets.isEmpty(); }

private:
    QStringList m_secrets; ///< The longest first.
};

} // namespace nova
