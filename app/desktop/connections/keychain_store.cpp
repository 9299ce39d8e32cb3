#include "app/desktop/connections/keychain_store.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

const QString program = u"nova-settings"_s;

tl::unexpected<Error> problemOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoBackendAvailable || job.error() == QKeychain::NotImplemented)
        return failure(ErrorCode::Unavailable, u"this system has no secret store that is running."_s);
    if (job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser)
        return failure(ErrorCode::PermissionDenied, u"the system's secret store did not allow it."_s);
    return failure(ErrorCode::Io, u"the system's secret store says: %1"_s.arg(job.errorString()));
}

} // namespace

SecretStore::~SecretStore() = default;

KeychainStore::KeychainStore(QObject *parent)
    : QObject(parent)
{
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::run(QKeychain::Job &job, const QString &key, std::function<void(QKeychain::Job &)> done)
{
    job.setKey(key);
    connect(&job, &QKeychain::Job::finished, this,
            [done = std::move(done)](QKeychain::Job *finished) { done(*finished); });
    job.start(); // It deletes itself.
}

void KeychainStore::read(const QString &key, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(program);
    run(*job, key, [done = std::move(done), job](const QKeychain::Job &finished) {
        if (finished.error() == QKeychain::NoError)
            done(job->textData());
        else if (finished.error() == QKeychain::EntryNotFound)
            done(QString());
        else
            done(problemOf(finished));
    });
}

void KeychainStore::write(const QString &key, const QString &secret, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(program);
    job->setTextData(secret);
    run(*job, key, [done = std::move(done)](const QKeychain::Job &finished) {
        done(finished.error() == QKeychain::NoError ? Result<void>() : problemOf(finished));
    });
}

void KeychainStore::remove(const QString &key, Done done)
{
    run(*new QKeychain::DeletePasswordJob(program), key, [done = std::move(done)](const QKeychain::Job &finished) {
        const bool gone = finished.error() == QKeychain::NoError || finished.error() == QKeychain::EntryNotFound;
        done(gone ? Result<void>() : problemOf(finished));
    });
}

} // namespace nova
