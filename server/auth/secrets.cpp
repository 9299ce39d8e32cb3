#include "server/auth/secrets.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace nova
{

QByteArray randomSecret(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool sameSecret(QByteArrayView a, QByteArrayView b)
{
    // Hashes have one length, and nobody can steer how they differ.
    const auto digest = [](QByteArrayView text) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(text);
        return hash.result();
    };
    const QByteArray first = digest(a), second = digest(b);
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < first.size(); ++i)
        difference = static_cast<unsigned char>(difference | (first.at(i) ^ second.at(i)));
    return difference == 0;
}

} // namespace nova
