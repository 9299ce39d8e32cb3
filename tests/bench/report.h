#pragma once

#include "tests/bench/candidate.h"

#include <QHash>
#include <QJsonArray>
#include <QList>

#include <array>

namespace nova::bench
{

/// Something that is measured.
struct Figure {
    QString id;    ///< "toggle.fan_out": the prefix is the scenario.
    QString title; ///< "REST toggle to the last of 100 clients"
    QString unit;
    /// A few values, of which the middle one is shown; or many, of which the middle and the slowest hundredth are.
    enum class Shows { Median, Percentiles } shows = Shows::Median;
    /// Of the median or of p99.
    std::optional<double> target = std::nullopt;
    /// Of Nova's value by the peer's, in every row: 1 is "as good as the peer".
    std::optional<double> ratioTarget = std::nullopt;
    bool moreIsBetter = false;
};

/// A line of the table: one statistic of one figure.
struct Row {
    struct Value {
        double value = 0;
        double least = 0;
        double most = 0;
        qsizetype samples = 0;
    };
    Figure figure;
    QString peerName;
    QString statistic; ///< "median", "p50", "p99"
    std::optional<Value> nova;
    std::optional<Value> peer;
    std::optional<double> target; ///< Only in the row of the statistic that has it.

    /// Nova's value by the peer's.
    [[nodiscard]] std::optional<double> ratio() const;
    /// Whether the value, or the ratio, is as it should be.
    [[nodiscard]] std::optional<bool> met() const;
};

/// Collects every value of every round and makes rows of them.
class Report
{
public:
    void declare(const QList<Figure> &figures, const QString &peerName);
    void add(const QString &figure, Who who, double value) { m_values[size_t(who)][figure].append(value); }

    /// In the order of declaration; figures without any value are left out.
    [[nodiscard]] QList<Row> rows() const;

private:
    [[nodiscard]] std::optional<Row::Value> value(const QString &figure, Who who, double rank) const;

    struct Declared {
        Figure figure;
        QString peerName;
    };
    QList<Declared> m_figures;
    std::array<QHash<QString, QList<double>>, 2> m_values;
};

[[nodiscard]] QJsonArray toJson(const QList<Row> &rows);

} // namespace nova::bench
