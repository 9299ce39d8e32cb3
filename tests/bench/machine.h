#pragma once

#include <QJsonObject>
#include <QString>

namespace nova::bench
{

/// On what the figures were taken; without it they mean nothing.
struct Machine {
    QString processor;
    int cores = 0;
    QString kernel;
    QString system;
    QString qt;
    QString node; ///< Empty where there is none.
    QString bun;  ///< The same.
    QString build;
    QString fileSystem; ///< Of the scratch folders: a toggle waits for it.
    double load = 0;    ///< One-minute load average before the bench began.

    /// Whether others use the machine, too: the figures are then worse than they should be.
    [[nodiscard]] bool isBusy() const { return load > 0.5 * cores; }
};

[[nodiscard]] Machine thisMachine();
[[nodiscard]] QString toText(const Machine &machine);
[[nodiscard]] QJsonObject toJson(const Machine &machine);

} // namespace nova::bench
