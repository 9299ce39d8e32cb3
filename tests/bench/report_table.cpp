#include "tests/bench/report_table.h"

#include <array>

using namespace Qt::StringLiterals;

namespace nova::bench
{

namespace
{

constexpr int columns = 9;
using Cells = std::array<QString, columns>;

/// Three digits that count.
QString number(double value)
{
    return QString::number(value, 'f', value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

QString measured(const std::optional<Row::Value> &value)
{
    return value ? number(value->value) : u"–"_s;
}

Cells cellsOf(const Row &row)
{
    const auto met = row.met();
    const auto ratio = row.ratio();
    const QString comparison = row.figure.moreIsBetter ? u"> "_s : u"< "_s;
    QString target;
    if (row.figure.ratioTarget)
        target = (row.figure.moreIsBetter ? u"≥ "_s : u"≤ "_s) + number(*row.figure.ratioTarget) + u'×';
    else if (row.target)
        target = comparison + number(*row.target);
    return {row.figure.title,
            row.statistic,
            measured(row.nova),
            measured(row.peer),
            row.peer ? row.peerName : QString(),
            row.figure.unit,
            ratio ? QString::number(*ratio, 'f', 2) + u'×' : u"–"_s,
            target,
            met ? (*met ? u"✓ met"_s : u"✗ missed"_s) : QString()};
}

} // namespace

QString toTable(const QList<Row> &rows)
{
    QList<Cells> lines{{u"figure"_s, u""_s, u"Nova"_s, u"peer"_s, u""_s, u""_s, u"Nova/peer"_s, u"target"_s, u""_s}};
    for (const Row &row : rows) {
        Cells cells = cellsOf(row);
        if (row.statistic == u"p99") // Below p50 of the same figure.
            cells[0].clear();
        lines.append(cells);
    }
    std::array<qsizetype, columns> widths = {};
    for (const Cells &cells : std::as_const(lines)) {
        for (size_t i = 0; i < columns; ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    }
    // Words to the left, numbers to the right.
    constexpr std::array<bool, columns> isNumber{false, false, true, true, false, false, true, true, false};
    QString table;
    for (const Cells &cells : std::as_const(lines)) {
        QString line;
        for (size_t i = 0; i < columns; ++i) {
            line += isNumber[i] ? cells[i].rightJustified(widths[i]) : cells[i].leftJustified(widths[i]);
            line += u"  "_s;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        table += line + u'\n';
    }
    return table;
}

} // namespace nova::bench
