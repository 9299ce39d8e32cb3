#pragma once

#include <QByteArrayList>
#include <QRandomGenerator>

/// A valid catalog as somebody might have written it, with `servers` servers: s0, s1, …
[[nodiscard]] QByteArray randomCatalog(QRandomGenerator &random, int servers);

[[nodiscard]] QByteArray oneOf(QRandomGenerator &random, const QByteArrayList &choices);
