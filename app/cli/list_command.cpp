#include "app/cli/list_command.h"

#include "app/cli/nova_access.h"
#include "app/cli/printing.h"
#include "app/cli/terminal.h"
#include "app/host/headless.h"
#include "core/health/health_status.h"

#include <QJsonArray>
#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

using Tint = Paint::Tint;

constexpr qsizetype leastSentence = 20; ///< A narrow terminal breaks the line rather than lose it.

struct Row {
    Tint tint = Tint::Quiet;
    QString mark, name, status, latency, sentence;
};

/// The shapes that the window and the page have for them, so that colours are no must.
std::pair<Tint, QString> markOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Disabled:
        return {Tint::Quiet, u"○"_s};
    case HealthStatus::Checking:
        return {Tint::Quiet, u"…"_s};
    case HealthStatus::Healthy:
        return {Tint::Good, u"●"_s};
    case HealthStatus::Degraded:
    case HealthStatus::Unreachable:
        return {Tint::Bad, u"✕"_s};
    case HealthStatus::AuthRequired:
    case HealthStatus::Incompatible:
    case HealthStatus::NotMcp:
    case HealthStatus::Misconfigured:
        break;
    }
    return {Tint::Attention, u"▲"_s};
}

Row rowOf(const QJsonValue &server)
{
    const bool on = server[u"enabled"].toBool();
    const QString name = harmless(server[u"name"].toString());
    const auto status = healthStatusFromString(server[u"health"][u"status"].toString());
    if (!status)
        return {on ? Tint::Strong : Tint::Quiet,    on ? u"on "_s : u"off"_s, name, {}, {},
                harmless(server[u"url"].toString())};
    const auto [tint, mark] = markOf(*status);
    QString word = *status == HealthStatus::Disabled ? u"off"_s : toString(*status);
    word.replace(u'_', u' ');
    const int ms = server[u"health"][u"latency_ms"].toInt(-1);
    const QString sentence =
        *status == HealthStatus::Disabled ? server[u"url"].toString() : server[u"health"][u"summary"].toString();
    return {tint, mark, name, word, ms < 0 ? QString() : u"%1 ms"_s.arg(ms), harmless(sentence)};
}

qsizetype widest(const QList<Row> &rows, QString Row::*column)
{
    qsizetype width = 0;
    for (const Row &row : rows)
        width = std::max(width, (row.*column).size());
    return width;
}

void printRows(const QList<Row> &rows, const Paint &paint)
{
    const qsizetype name = widest(rows, &Row::name), status = widest(rows, &Row::status),
                    latency = widest(rows, &Row::latency);
    const int columns = terminalWidth();
    for (const Row &row : rows) {
        QString line =
            paint(row.tint, row.mark) + u' ' + paint(Tint::Strong, row.name) + QString(name - row.name.size(), u' ');
        qsizetype used = row.mark.size() + 1 + name;
        if (status > 0) {
            line += u"  "_s + paint(row.tint, row.status) + QString(status - row.status.size(), u' ') + u"  "_s +
                    row.latency.rightJustified(latency);
            used += 2 + status + 2 + latency;
        }
        QString sentence = row.sentence;
        const qsizetype left = columns - used - 2;
        if (columns > 0 && left >= leastSentence && sentence.size() > left)
            sentence = sentence.first(left - 1) + u'…';
        print(sentence.isEmpty() ? line : QString(line + u"  "_s + sentence));
    }
}

/// What a person who looks wants to know besides, and no script has to read past.
void sayBesides(const QJsonObject &catalog, bool isRunning)
{
    if (catalog[u"state"].toString() == u"invalid")
        complain(u"The file has errors, so what was in it before is in force; «validate» shows them."_s);
    if (!isTerminal(STDERR_FILENO))
        return;
    if (catalog[u"servers"].toArray().isEmpty())
        complain(u"There is no server in %1 yet."_s.arg(harmless(catalog[u"path"].toString())));
    if (!isRunning)
        complain(u"No Nova runs on these files; how the servers are is not known. «probe NAME» asks one."_s);
}

} // namespace

int runList(const CommandLine &command, const Locations &locations)
{
    const auto nova = reachNova(command, locations);
    if (!nova)
        return fail(command, nova.error());
    const auto catalog = (*nova)->catalog();
    if (!catalog)
        return fail(command, catalog.error());
    if (command.namesAlone && !command.json) {
        for (const QString &name : namesIn(*catalog))
            print(harmless(name));
        return 0;
    }
    if (command.json) {
        print(command.namesAlone ? QJsonObject{{u"names"_s, QJsonArray::fromStringList(namesIn(*catalog))}} : *catalog);
        return 0;
    }
    QList<Row> rows;
    const QJsonArray servers = (*catalog)[u"servers"].toArray();
    for (const QJsonValue server : servers)
        rows.append(rowOf(server));
    printRows(rows, Paint(command.color));
    sayBesides(*catalog, (*nova)->isRunning());
    return 0;
}

} // namespace nova
