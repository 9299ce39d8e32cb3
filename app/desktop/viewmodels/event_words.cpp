#include "app/desktop/viewmodels/event_words.h"

#include "app/desktop/viewmodels/health_event_words.h"
#include "app/desktop/viewmodels/one_line.h"
#include "app/desktop/viewmodels/task_words.h"
#include "app/desktop/viewmodels/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr qsizetype longestSentence = 600;

using Mark = StatusModel::Mark;

/// A file that is all wrong, or hundreds of servers, say no more by being listed to the end.
constexpr qsizetype mostFacts = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("nova", text);
}

QString withOrigin(const Event &event, const QString &sentence)
{
    const QString origin = event.data[u"origin"_s].isString() ? originWords(event) : QString();
    return origin.isEmpty() ? sentence : tr("%1, %2").arg(sentence, origin);
}

QString fileName(const QJsonValue &path)
{
    return QFileInfo(oneLine(path)).fileName();
}

QString switchedSentence(const Event &event)
{
    const QString name = oneLine(event.data[u"name"_s]);
    if (name.isEmpty() || !event.data[u"enabled"_s].isBool())
        return {};
    const bool on = event.data[u"enabled"_s].toBool();
    return withOrigin(event, on ? tr("%1 switched on").arg(name) : tr("%1 switched off").arg(name));
}

QString promptSentence(const Event &event)
{
    const bool counted = event.data[u"added"_s].toInt() > 0 || event.data[u"removed"_s].toInt() > 0;
    return withOrigin(event, counted ? tr("Prompt saved: %1").arg(changedLinesWords(event.data)) : tr("Prompt saved"));
}

QString changeWords(const QJsonArray &changes, QLatin1StringView change, const QString &words)
{
    QStringList names;
    for (const auto &entry : changes) {
        if (entry[u"change"_s].toString() == change)
            names << oneLine(entry[u"name"_s]);
    }
    return names.isEmpty() ? QString() : words.arg(namesWords(names));
}

QString checkedSentence(const Event &event)
{
    const QString file = fileName(event.data[u"file"_s]);
    if (file.isEmpty() || !event.data[u"valid"_s].isBool())
        return {};
    if (!event.data[u"valid"_s].toBool()) {
        const auto errors = event.data[u"errors"_s].toArray().size();
        const QString words = errors <= 1 ? tr("%1 has an error and is not in force").arg(file)
                                          : tr("%1 has %2 errors and is not in force").arg(file).arg(errors);
        return withOrigin(event, words);
    }
    const QJsonArray changes = event.data[u"changes"_s].toArray();
    QStringList parts{changeWords(changes, "added"_L1, tr("%1 added")),
                      changeWords(changes, "modified"_L1, tr("%1 changed")),
                      changeWords(changes, "removed"_L1, tr("%1 removed"))};
    parts.removeAll(QString());
    const auto warnings = event.data[u"warnings"_s].toArray().size();
    if (warnings > 0)
        parts << (warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(warnings));
    if (parts.isEmpty())
        parts << tr("all is well");
    return withOrigin(event, tr("%1 checked: %2").arg(file, parts.join(u" · "_s)));
}

QString sentenceOf(const Event &event)
{
    switch (event.type) {
    case EventType::McpToggled:
        return switchedSentence(event);
    case EventType::PromptUpdated:
        return promptSentence(event);
    case EventType::ConfigValidated:
        return checkedSentence(event);
    case EventType::SystemHealth:
        return healthEventSentence(event.data);
    case EventType::TaskUpdated:
        break;
    }
    return taskSentence(event.data);
}

void addErrors(const QJsonArray &findings, const QString &label, QList<EventFact> &facts)
{
    for (const auto &finding : findings) {
        if (facts.size() >= mostFacts)
            return;
        const int place = finding[u"line"_s].toInt();
        const QString message = oneLine(finding[u"message"_s]);
        facts.append({label, place > 0 ? tr("Line %1: %2").arg(QString::number(place), message) : message});
    }
}

} // namespace

QString kindWords(EventType type)
{
    switch (type) {
    case EventType::McpToggled:
        return tr("Switched");
    case EventType::PromptUpdated:
        return tr("Prompt saved");
    case EventType::ConfigValidated:
        return tr("Configuration checked");
    case EventType::SystemHealth:
        return tr("Health");
    case EventType::TaskUpdated:
        break;
    }
    return tr("Tasks");
}

QString eventSentence(const Event &event)
{
    const QString sentence = sentenceOf(event);
    return sentence.isEmpty() ? tr("%1: no details were told").arg(kindWords(event.type))
                              : sentence.left(longestSentence);
}

Mark eventMark(const Event &event)
{
    switch (event.type) {
    case EventType::McpToggled:
        return event.data[u"enabled"_s].toBool() ? Mark::Good : Mark::Off;
    case EventType::PromptUpdated:
        return Mark::Good;
    case EventType::ConfigValidated:
        if (!event.data[u"valid"_s].toBool())
            return Mark::Failing;
        return event.data[u"warnings"_s].toArray().isEmpty() ? Mark::Good : Mark::Attention;
    case EventType::SystemHealth:
        return healthEventMark(event.data);
    case EventType::TaskUpdated:
        break;
    }
    return taskMark(event.data);
}

QString eventSearchText(const Event &event, const QString &sentence)
{
    constexpr qsizetype enough = 4'000;
    QString text = kindWords(event.type) + u'\n' + toString(event.type) + u'\n' + sentence + u'\n' + event.source;
    for (const QString &list : {u"servers"_s, u"changes"_s, u"errors"_s}) {
        const QJsonArray entries = event.data[list].toArray();
        for (const auto &entry : entries) {
            if (text.size() > enough)
                break;
            for (const QString &field : {u"name"_s, u"summary"_s, u"message"_s}) {
                if (const QString words = oneLine(entry[field]); !words.isEmpty())
                    text += u'\n' + words;
            }
        }
    }
    return text.toCaseFolded();
}

QList<EventFact> eventFacts(const Event &event)
{
    QList<EventFact> facts;
    addErrors(event.data[u"errors"_s].toArray(), tr("Error"), facts);
    addErrors(event.data[u"warnings"_s].toArray(), tr("Warning"), facts);
    const QJsonArray servers = event.data[u"servers"_s].toArray();
    for (const auto &server : servers) {
        if (facts.size() >= mostFacts)
            break;
        facts.append({oneLine(server[u"name"_s]), oneLine(server[u"summary"_s])});
    }
    if (const QString problem = oneLine(event.data[u"redis"_s][u"problem"_s]); !problem.isEmpty())
        facts.append({tr("Redis"), problem});
    if (const QString problem = oneLine(event.data[u"restart"_s][u"problem"_s]); !problem.isEmpty())
        facts.append({tr("Restart"), problem});
    if (const QString id = oneLine(event.data[u"task"_s][u"id"_s]); !id.isEmpty())
        facts.append({tr("Task"), id});
    for (const QString &file : {u"file"_s, u"path"_s}) {
        if (const QString path = oneLine(event.data[file]); !path.isEmpty())
            facts.append({tr("File"), path});
    }
    if (const QString backup = oneLine(event.data[u"backup_id"_s]); !backup.isEmpty())
        facts.append({tr("Kept as"), backup});
    return facts;
}

QString eventJson(const Event &event)
{
    // Qt indents by four, which is much in a narrow pane. No text in JSON holds a line break of its own.
    static const QRegularExpression indentation(u"^( +)\\1"_s, QRegularExpression::MultilineOption);
    QString text = QString::fromUtf8(QJsonDocument(toJson(event)).toJson()).trimmed();
    return text.replace(indentation, u"\\1"_s);
}

} // namespace nova
