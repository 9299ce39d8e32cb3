#pragma once

#include "core/health/packed_bytes.h"

#include <QHash>
#include <QString>
#include <vector>

namespace nova
{

/// The sentences of all outages, each of them once: many servers are down for the same reasons over and over.
class ReasonPool
{
public:
    using Id = quint32;

    /// Every hold() has to be followed by a release() one day. Shortened where it is very long.
    [[nodiscard]] Id hold(const QString &reason);
    void release(Id id);
    [[nodiscard]] QString text(Id id) const { return m_entries.at(id).text; }
    [[nodiscard]] qsizetype size() const { return m_ids.size(); }

    void write(QByteArray &bytes) const;
    /// Only into an empty one. Then each id that is still of use is held again; sweep() lets go of the others.
    void read(PackedReader &reader);
    [[nodiscard]] bool holdAgain(quint64 id);
    void sweep();

private:
    struct Entry {
        QString text;
        quint32 holders = 0;
    };

    void vacate(Id id);

    std::vector<Entry> m_entries;
    std::vector<Id> m_vacant;
    QHash<QString, Id> m_ids;
};

} // namespace nova
