#include "tests/bench/report.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace nova::bench
{

std::optional<double> Row::ratio() const
{
    if (!nova || !peer || peer->value <= 0)
        return std::nullopt;
    return nova->value / peer->value;
}

std::optional<bool> Row::met() const
{
    if (const auto given = ratio(); given && figure.ratioTarget)
        return figure.moreIsBetter ? *given >= *figure.ratioTarget : *given <= *figure.ratioTarget;
    if (!nova || !target)
        return std::nullopt;
    return figure.moreIsBetter ? nova->value > *target : nova->value < *target;
}

void Report::declare(const QList<Figure> &figures, const QString &peerName)
{
    for (const Figure &figure : figures)
        m_figures.append({figure, peerName});
}

std::optional<Row::Value> Report::value(const QString &figure, Who who, double rank) const
{
    QList<double> values = m_values[size_t(who)].value(figure);
    if (values.isEmpty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    // The nearest rank: a value that was really measured, and never a kinder one.
    const auto index = std::max<qsizetype>(qsizetype(std::ceil(rank * double(values.size()))), 1) - 1;
    return Row::Value{values[index], values.first(), values.last(), values.size()};
}

QList<Row> Report::rows() const
{
    QList<Row> rows;
    for (const auto &[figure, peerName] : m_figures) {
        const auto add = [&](const QString &statistic, double rank, std::optional<double> target) {
            const Row row{
                figure, peerName, statistic, value(figure.id, Who::Nova, rank), value(figure.id, Who::Peer, rank),
                target};
            if (row.nova || row.peer)
                rows.append(row);
        };
        if (figure.shows == Figure::Shows::Median) {
            add(u"median"_s, 0.5, figure.target);
        } else {
            add(u"p50"_s, 0.5, std::nullopt);
            add(u"p99"_s, 0.99, figure.target);
        }
    }
    return rows;
}

QJsonArray toJson(const QList<Row> &rows)
{
    const auto toJsonValue = [](const std::optional<Row::Value> &value) -> QJsonValue {
        if (!value)
            return QJsonValue::Null;
        return QJsonObject{{u"value"_s, value->value},
                           {u"min"_s, value->least},
                           {u"max"_s, value->most},
                           {u"samples"_s, value->samples}};
    };
    const auto orNull = [](const auto &value) { return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null); };
    QJsonArray list;
    for (const Row &row : rows)
        list.append(QJsonObject{{u"id"_s, row.figure.id},
                                {u"title"_s, row.figure.title},
                                {u"unit"_s, row.figure.unit},
                                {u"statistic"_s, row.statistic},
                                {u"more_is_better"_s, row.figure.moreIsBetter},
                                {u"nova"_s, toJsonValue(row.nova)},
                                {u"peer"_s, toJsonValue(row.peer)},
                                {u"peer_name"_s, row.peerName},
                                {u"ratio"_s, orNull(row.ratio())},
                                {u"target"_s, orNull(row.target)},
                                {u"ratio_target"_s, orNull(row.figure.ratioTarget)},
                                {u"met"_s, orNull(row.met())}});
    return list;
}

} // namespace nova::bench
