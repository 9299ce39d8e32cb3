#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace nova
{

/// What a program wrote, in bounded memory: all of it, or the first quarter of the limit and the newest of the rest,
/// for what went wrong stands at the end, and what it was about at the beginning.
class BoundedOutput
{
public:
    explicit BoundedOutput(qsizetype limit);

    void append(QByteArrayView bytes);

    /// At most the limit. Where something is missing, a line between says how much.
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] bool isTruncated() const { return m_total > m_limit; }

private:
    const qsizetype m_limit;
    qsizetype m_total = 0;
    QByteArray m_head; ///< The first quarter.
    QByteArray m_tail; ///< What came after it; at least the newest of it.
};

} // namespace nova
