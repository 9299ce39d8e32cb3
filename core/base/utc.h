#pragma once

#include <QDateTime>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QTimeZone>
#endif

namespace nova
{

/// How UTC is said to QDateTime: by a QTimeZone from Qt 6.5 on, which deprecates the Qt::TimeSpec that older ones want.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr auto utcZone = QTimeZone::UTC;
#else
inline constexpr auto utcZone = Qt::UTC;
#endif

/// A point in time as the wire and the files tell it.
[[nodiscard]] inline QDateTime utcTime(QDate date, QTime time)
{
    return {date, time, utcZone};
}

[[nodiscard]] inline QDateTime utcFromSeconds(qint64 sinceEpoch)
{
    return QDateTime::fromSecsSinceEpoch(sinceEpoch, utcZone);
}

[[nodiscard]] inline QDateTime utcFromMilliseconds(qint64 sinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch, utcZone);
}

} // namespace nova
