#include "core/restart/bounded_output.h"

#include <QStringBuilder>

namespace nova
{

BoundedOutput::BoundedOutput(qsizetype limit)
    : m_limit(limit)
{
}

void BoundedOutput::append(QByteArrayView bytes)
{
    m_total += bytes.size();
    const qsizetype toHead = qMin(bytes.size(), m_limit / 4 - m_head.size());
    m_head.append(bytes.first(toHead));
    bytes = bytes.sliced(toHead);

    const qsizetype keep = m_limit - m_limit / 4;
    m_tail.append(bytes.last(qMin(bytes.size(), keep)));
    // Not each time: it moves all that is kept.
    if (m_tail.size() > 2 * keep)
        m_tail = m_tail.last(keep);
}

QByteArray BoundedOutput::bytes() const
{
    if (!isTruncated())
        return QByteArray(m_head + m_tail);
    const auto line = [this](qsizetype missing) {
        const QByteArray begin = m_head.endsWith('\n') ? QByteArray() : QByteArray("\n");
        return QByteArray(begin + "… " + QByteArray::number(missing) + " bytes left out …\n");
    };
    // The line takes its room from the newest part. No number in it can be longer than the total.
    const qsizetype room = qMax<qsizetype>(0, m_limit - m_head.size() - line(m_total).size());
    return QByteArray(m_head + line(m_total - m_head.size() - room) + m_tail.last(qMin(room, m_tail.size())));
}

} // namespace nova
