#include "app/desktop/pictures/health_bar.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace nova
{

namespace
{
constexpr double gap = 1;
constexpr double lowest = 3;          ///< Of a column that is there.
constexpr double dot = 1;             ///< Of one that is not.
constexpr double ofUnknownTime = 0.4; ///< It answered; nobody kept how fast.
} // namespace

HealthBar::HealthBar(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(96, 20);
}

HealthBar::~HealthBar() = default;

double HealthBar::partOf(int latencyMs) const
{
    if (latencyMs < 0 || m_scaleMs <= 0)
        return ofUnknownTime;
    // By the root: 20 ms and 60 ms differ for the eye even where one server of the page takes seconds.
    return std::sqrt(std::min(1.0, double(latencyMs) / m_scaleMs));
}

void HealthBar::paint(QPainter *painter)
{
    const auto count = m_kinds.size();
    if (count == 0)
        return;
    const double step = std::max(2.0, std::floor(width() / double(count)));
    const double begin = width() - step * double(count) + gap; // The newest is at the edge.
    for (qsizetype slot = 0; slot < count; ++slot) {
        const QRectF where(begin + step * double(slot), 0, step - gap, height());
        paintColumn(*painter, where, Kind(m_kinds[slot]), slot < m_latencies.size() ? m_latencies[slot] : -1);
    }
}

void HealthBar::paintColumn(QPainter &painter, const QRectF &slot, Kind kind, int latencyMs) const
{
    const auto column = [&](double high, const QColor &color) {
        painter.fillRect(QRectF(slot.left(), slot.bottom() - high, slot.width(), high), color);
    };
    const double high = std::max(lowest, std::round(slot.height() * partOf(latencyMs)));
    switch (kind) {
    case Kind::Good:
        column(high, m_good);
        break;
    case Kind::Attention:
    case Kind::Degraded:
        column(high, m_attention);
        break;
    case Kind::Failing: {
        const double half = std::floor((slot.height() - 2) / 2);
        column(half, m_failing);
        painter.fillRect(QRectF(slot.left(), slot.top(), slot.width(), half), m_failing);
        break;
    }
    case Kind::Off:
    case Kind::Unknown:
        column(dot, m_faint);
        break;
    }
}

} // namespace nova
