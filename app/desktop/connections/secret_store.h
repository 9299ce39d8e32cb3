#pragma once

#include "core/base/result.h"

#include <functional>

namespace nova
{

/// Where secrets are kept over restarts. Each question is answered once, later, in the UI thread.
class SecretStore
{
public:
    using Read = std::function<void(const Result<QString> &)>;
    using Done = std::function<void(const Result<void> &)>;

    virtual ~SecretStore();

    /// Empty where nothing is kept under that key. An error says why the store cannot be used.
    virtual void read(const QString &key, Read done) = 0;
    virtual void write(const QString &key, const QString &secret, Done done) = 0;
    virtual void remove(const QString &key, Done done) = 0;
};

} // namespace nova
