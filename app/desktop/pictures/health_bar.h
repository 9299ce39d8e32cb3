#pragma once

#include <QColor>
#include <QQuickPaintedItem>

namespace nova
{

/// The last hours of a server as a row of columns: how high says how long it took to answer, on the scale that all bars
/// of a page share. What was down is a column from top to bottom that is cut in the middle; what is not known is a dot.
/// One item for all columns, as a page has hundreds of bars. Says nothing to a screen reader: the words beside it do.
class HealthBar : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    /// Of each slot, the oldest first: a Kind.
    Q_PROPERTY(QList<int> kinds READ kinds WRITE setKinds NOTIFY changed)
    /// Of each slot, in ms; -1 where it is not known.
    Q_PROPERTY(QList<int> latencies READ latencies WRITE setLatencies NOTIFY changed)
    /// What a column of full height stands for, in ms.
    Q_PROPERTY(int scaleMs READ scaleMs WRITE setScaleMs NOTIFY changed)
    Q_PROPERTY(QColor good READ good WRITE setGood NOTIFY changed)
    Q_PROPERTY(QColor attention READ attention WRITE setAttention NOTIFY changed)
    Q_PROPERTY(QColor failing READ failing WRITE setFailing NOTIFY changed)
    Q_PROPERTY(QColor faint READ faint WRITE setFaint NOTIFY changed)

public:
    /// The same in the same order as StatusModel::Mark.
    enum class Kind { Good, Attention, Failing, Off, Degraded, Unknown };
    Q_ENUM(Kind)

    explicit HealthBar(QQuickItem *parent = nullptr);
    ~HealthBar() override;

    [[nodiscard]] QList<int> kinds() const { return m_kinds; }
    void setKinds(const QList<int> &kinds) { set(m_kinds, kinds); }
    [[nodiscard]] QList<int> latencies() const { return m_latencies; }
    void setLatencies(const QList<int> &latencies) { set(m_latencies, latencies); }
    [[nodiscard]] int scaleMs() const { return m_scaleMs; }
    void setScaleMs(int scaleMs) { set(m_scaleMs, scaleMs); }
    [[nodiscard]] QColor good() const { return m_good; }
    void setGood(const QColor &color) { set(m_good, color); }
    [[nodiscard]] QColor attention() const { return m_attention; }
    void setAttention(const QColor &color) { set(m_attention, color); }
    [[nodiscard]] QColor failing() const { return m_failing; }
    void setFailing(const QColor &color) { set(m_failing, color); }
    [[nodiscard]] QColor faint() const { return m_faint; }
    void setFaint(const QColor &color) { set(m_faint, color); }

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    void set(T &member, const T &value)
    {
        if (value == member)
            return;
        member = value;
        update();
        Q_EMIT changed();
    }
    void paintColumn(QPainter &painter, const QRectF &slot, Kind kind, int latencyMs) const;
    [[nodiscard]] double partOf(int latencyMs) const;

    QList<int> m_kinds;
    QList<int> m_latencies;
    int m_scaleMs = 100;
    QColor m_good = Qt::black;
    QColor m_attention = Qt::black;
    QColor m_failing = Qt::black;
    QColor m_faint = Qt::gray;
};

} // namespace nova
