#include "core/health/health_history_format.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr QByteArrayView magic("NOVAHIST");
constexpr qsizetype versionAt = magic.size();
constexpr qsizetype lengthAt = versionAt + qsizetype(sizeof(quint32));
constexpr qsizetype hashAt = lengthAt + qsizetype(sizeof(quint64));
constexpr qsizetype payloadAt = hashAt + 32;

QByteArray hashOf(QByteArrayView head, QByteArrayView payload)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(head);
    hash.addData(payload);
    return hash.result();
}

} // namespace

QByteArray wrapHealthFile(QByteArrayView payload, quint32 version)
{
    QByteArray file;
    file.reserve(payloadAt + payload.size());
    file.append(magic);
    file.resize(hashAt);
    qToLittleEndian(version, file.data() + versionAt);
    qToLittleEndian(quint64(payload.size()), file.data() + lengthAt);
    file.append(hashOf(file, payload));
    file.append(payload);
    return file;
}

quint32 healthFileVersionOf(QByteArrayView head)
{
    return head.startsWith(magic) && head.size() >= lengthAt ? qFromLittleEndian<quint32>(head.data() + versionAt) : 0;
}

HealthFileContent unwrapHealthFile(QByteArrayView file)
{
    if (!file.startsWith(magic))
        return {{}, u"it is no history of Nova's"_s};
    if (file.size() < payloadAt)
        return {{}, u"it is cut off"_s};
    // The version comes first: of another one we do not know what its checksum is like.
    const auto version = qFromLittleEndian<quint32>(file.data() + versionAt);
    if (version != healthFileVersion)
        return {{},
                u"it has version %1, and this Nova reads version %2"_s.arg(version).arg(healthFileVersion),
                version > healthFileVersion};
    const QByteArrayView payload = file.sliced(payloadAt);
    const auto length = qFromLittleEndian<quint64>(file.data() + lengthAt);
    if (length > quint64(payload.size()))
        return {{}, u"it is cut off"_s};
    if (length < quint64(payload.size()))
        return {{}, u"it is longer than it says"_s};
    if (file.sliced(hashAt, payloadAt - hashAt) != hashOf(file.first(hashAt), payload))
        return {{}, u"its checksum does not fit"_s};
    return {payload, {}};
}

} // namespace nova
