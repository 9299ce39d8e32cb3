#pragma once

#include "app/desktop/connections/secret_store.h"

#include <QObject>

namespace QKeychain
{
class Job;
}

namespace nova
{

/// The system's secret store, over QtKeychain: the Secret Service of GNOME and others, or KWallet. Nothing is ever
/// written in plain text instead.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainStore(QObject *parent = nullptr);
    ~KeychainStore() override;

    void read(const QString &key, Read done) override;
    void write(const QString &key, const QString &secret, Done done) override;
    void remove(const QString &key, Done done) override;

private:
    void run(QKeychain::Job &job, const QString &key, std::function<void(QKeychain::Job &)> done);
};

} // namespace nova
