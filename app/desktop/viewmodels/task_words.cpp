#include "app/desktop/viewmodels/task_words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using Mark = StatusModel::Mark;

QString tr(const char *text)
{
    return QCoreApplication::translate("nova", text);
}

/// A number of another program: it may be anything.
qint64 countOf(const QJsonObject &counts, const QString &status)
{
    return std::max<qint64>(0, counts[status].toInteger());
}

QString singleSentence(const QJsonObject &task)
{
    constexpr qsizetype longest = 200;
    QString name = task[u"title"_s].toString().left(4 * longest).simplified().left(longest);
    if (name.isEmpty())
        name = task[u"id"_s].toString().simplified().left(longest);
    const QString status = task[u"status"_s].toString().simplified().left(longest);
    if (name.isEmpty() || status.isEmpty())
        return {};
    if (status == u"pending")
        return tr("Task %1 is waiting").arg(name);
    if (status == u"running")
        return tr("Task %1 is running").arg(name);
    if (status == u"completed")
        return tr("Task %1 is done").arg(name);
    if (status == u"failed")
        return tr("Task %1 failed").arg(name);
    return tr("Task %1: %2").arg(name, status);
}

} // namespace

QString taskCountsWords(qint64 waiting, qint64 running, qint64 done)
{
    const QLocale locale;
    return tr("%1 waiting · %2 running · %3 done")
        .arg(locale.toString(waiting), locale.toString(running), locale.toString(done));
}

QString failedTasksWords(qint64 failed)
{
    return failed > 0 ? tr("%1 failed").arg(QLocale().toString(failed)) : QString();
}

QString taskSentence(const QJsonObject &data)
{
    if (data[u"task"_s].isObject())
        return singleSentence(data[u"task"_s].toObject());
    if (!data[u"counts"_s].isObject())
        return {};
    const QJsonObject counts = data[u"counts"_s].toObject();
    QStringList words{
        taskCountsWords(countOf(counts, u"pending"_s), countOf(counts, u"running"_s), countOf(counts, u"completed"_s)),
        failedTasksWords(countOf(counts, u"failed"_s))};
    words.removeAll(QString());
    return tr("Tasks: %1").arg(words.join(u" · "_s));
}

Mark taskMark(const QJsonObject &data)
{
    const QString status = data[u"task"_s][u"status"_s].toString();
    if (status == u"failed")
        return Mark::Failing;
    if (status == u"running")
        return Mark::Checking;
    if (status == u"pending")
        return Mark::Off;
    return countOf(data[u"counts"_s].toObject(), u"failed"_s) > 0 ? Mark::Attention : Mark::Good;
}

} // namespace nova
