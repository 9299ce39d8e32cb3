#pragma once

#include "core/base/reply.h"
#include "core/transfer/usual_places.h"

namespace nova
{

/// The files of other programs on this machine, for whoever may not wait for a disk.
class ForeignFiles
{
public:
    virtual ~ForeignFiles() = default;

    virtual void find(Reply<QList<FoundPlace>> reply) = 0;
    virtual void read(QString path, Reply<QByteArray> reply) = 0;
    /// Writes a new file; one that is there already, and one of another program, is never written.
    virtual void write(QString path, QByteArray text, Reply<QString> reply) = 0;
};

} // namespace nova
