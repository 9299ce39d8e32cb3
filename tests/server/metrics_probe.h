#pragma once

#include "core/service/nova_state.h"

#include <QByteArrayList>
#include <QMap>
#include <QStringList>

namespace nova::test
{

/// A state in which everything has a value, Redis too.
[[nodiscard]] NovaState fullState();

/// The samples of a text for Prometheus: «name{label="value"}» to the value.
[[nodiscard]] QMap<QByteArray, double> samplesOf(const QByteArray &text);

/// The name of a sample, without its labels.
[[nodiscard]] QByteArray nameOf(const QByteArray &sample);

/// Runs promtool ($NOVA_PROMTOOL, else the one on PATH); everything that it complains of, empty if nothing.
[[nodiscard]] QByteArray complaintsOfPromtool(const QStringList &arguments, const QByteArray &input = {});

} // namespace nova::test
