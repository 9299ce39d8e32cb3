#pragma once

#include "tests/support/scratch.h"

#include <QList>
#include <QStringList>

namespace nova::test
{

/// Programs in place of docker, in a folder that is the whole PATH while this lives. Each keeps a record of how it was
/// called, and then does what its script says.
class FakeCompose
{
public:
    FakeCompose();
    ~FakeCompose();

    /// `script` in sh, where PATH is that of the system. Gives back the whole path.
    QString install(const QString &name, const QByteArray &script) const;
    /// `docker` with the plugin: `compose version` succeeds, and everything else is the script.
    void installDocker(const QByteArray &script) const;

    [[nodiscard]] QString path(const QString &name) const { return m_scratch.path(name); }
    /// Program and arguments of each call, in order.
    [[nodiscard]] QList<QStringList> calls() const;
    /// Of the newest call.
    [[nodiscard]] QList<QByteArray> environment() const;
    [[nodiscard]] QString folder() const;
    /// The shell of each call is the first of its group.
    [[nodiscard]] QList<qint64> groups() const;
    /// In all groups together.
    [[nodiscard]] qsizetype alive() const;
    void killAll() const;

private:
    Scratch m_scratch{Scratch::Content::Empty};
    QByteArray m_oldPath;
};

} // namespace nova::test
