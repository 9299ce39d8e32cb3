#include "app/desktop/connections/known_novas.h"

#include "core/documents/file_reading.h"
#include "core/health/replace_file.h"
#include "core/state/state_lock.h"
#include "core/state/state_version.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nova
{

KnownNovas::KnownNovas(const QString &path)
    : m_path(path)
{
    const QJsonArray known = QJsonDocument::fromJson(readFile(path).bytes)[u"connections"_s].toArray();
    for (const QJsonValue &value : known) {
        const QString address = value[u"address"_s].toString();
        if (!address.isEmpty() && !m_addresses.contains(address))
            m_addresses.append(address);
    }
}

Result<void> KnownNovas::add(const QString &address)
{
    if (m_addresses.contains(address))
        return {};
    m_addresses.append(address);
    return save();
}

Result<void> KnownNovas::remove(const QString &address)
{
    return m_addresses.removeAll(address) > 0 ? save() : Result<void>();
}

Result<void> KnownNovas::save() const
{
    const QString folder = QFileInfo(m_path).path();
    const auto lock = StateLock::take(folder, std::chrono::seconds(1));
    if (!lock)
        return failure(ErrorCode::Conflict, u"%1 is being changed by another Nova."_s.arg(folder), m_path);
    if (const QString reason = whyNotOurs(folder); !reason.isEmpty())
        return failure(ErrorCode::Conflict, reason, m_path);
    QJsonArray known;
    for (const QString &address : m_addresses)
        known.append(QJsonObject{{u"address"_s, address}});
    return replaceFile(m_path, QJsonDocument(QJsonObject{{u"connections"_s, known}}).toJson());
}

} // namespace nova
