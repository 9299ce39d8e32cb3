#include "app/desktop/viewmodels/words.h"

#include "core/base/caller.h"
#include "core/events/event.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("nova", text, nullptr, count);
}
} // namespace

QString originWords(const Event &event)
{
    const QString origin = event.data[u"origin"_s].toString();
    if (origin == toString(Origin::Ui))
        return {};
    if (origin == toString(Origin::Api))
        return tr("by the API");
    if (origin == toString(Origin::Remote))
        return tr("on %1").arg(event.source.section(u'@', -1));
    return tr("in the file");
}

QString changedLinesWords(const QJsonObject &data)
{
    const QLocale locale;
    const int added = data[u"added"_s].toInt();
    const int removed = data[u"removed"_s].toInt();
    const QString addedWords = added == 1 ? tr("1 line added") : tr("%1 lines added").arg(locale.toString(added));
    if (removed == 0)
        return addedWords;
    if (added == 0)
        return removed == 1 ? tr("1 line removed") : tr("%1 lines removed").arg(locale.toString(removed));
    return tr("%1, %2 removed").arg(addedWords, locale.toString(removed));
}

QString namesWords(const QStringList &names)
{
    switch (names.size()) {
    case 0:
        return {};
    case 1:
        return names[0];
    case 2:
        return tr("%1 and %2").arg(names[0], names[1]);
    case 3:
        return tr("%1, %2 and %3").arg(names[0], names[1], names[2]);
    default:
        return tr("%1, %2 and %3 more").arg(names[0], names[1], QString::number(names.size() - 2));
    }
}

QString sizeWords(qint64 bytes)
{
    if (bytes < 1000)
        return bytes == 1 ? tr("1 byte") : tr("%1 bytes").arg(bytes);
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString clockWords(QTime time)
{
    // The locale "C" of containers and scripts knows no short form and would give seconds.
    const QLocale locale;
    return locale.language() == QLocale::C ? time.toString(u"HH:mm"_s) : locale.toString(time, QLocale::ShortFormat);
}

QString agoWords(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const qint64 seconds = local.secsTo(now);
    if (seconds < 60)
        return tr("just now");
    if (seconds < 120)
        return tr("1 minute ago");
    if (seconds < 3600)
        return tr("%1 minutes ago").arg(seconds / 60);
    const QString clock = clockWords(local.time());
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return tr("today at %1").arg(clock);
    if (days == 1)
        return tr("yesterday at %1").arg(clock);
    return QLocale().toString(local.date(), u"d MMM yyyy"_s);
}

} // namespace nova
