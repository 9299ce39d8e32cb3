#include "app/desktop/viewmodels/link_words.h"

#include "app/desktop/viewmodels/words.h"

#include <QCoreApplication>
#include <QUrl>

namespace nova
{

namespace
{
QString tr(const char *text)
{
    return QCoreApplication::translate("nova", text);
}
} // namespace

QString novaName(const QString &address)
{
    if (address.isEmpty())
        return tr("This computer");
    const QUrl url(address);
    return url.port() < 0 ? url.host() : tr("%1:%2").arg(url.host()).arg(url.port());
}

QString linkHeadline(const LinkState &link)
{
    const QString name = novaName(link.address);
    switch (link.phase) {
    case LinkState::Phase::Local:
    case LinkState::Phase::Connected:
        return {};
    case LinkState::Phase::Connecting:
        return tr("Connecting to %1").arg(name);
    case LinkState::Phase::Refused:
        return tr("%1 does not let this window in").arg(name);
    case LinkState::Phase::Away:
        break;
    }
    return tr("%1 cannot be reached since %2").arg(name, clockWords(link.since.toLocalTime().time()));
}

} // namespace nova
