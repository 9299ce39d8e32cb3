#pragma once

#include <QFile>
#include <QString>

#include <unistd.h>

namespace nova::test
{

/// Gives up root's rights while it lives, so that permission bits mean what they say also where the tests run as root.
/// The folder is given to the user it becomes. Nothing changes for everybody else.
class Unprivileged
{
public:
    explicit Unprivileged(const QString &folder)
    {
        constexpr uid_t nobody = 65534;
        if (::geteuid() != 0)
            return;
        m_dropped = ::chown(QFile::encodeName(folder).constData(), nobody, nobody) == 0 && ::seteuid(nobody) == 0;
    }
    ~Unprivileged()
    {
        if (m_dropped && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)

    /// Whether permission bits count now.
    [[nodiscard]] static bool holds() { return ::geteuid() != 0; }

private:
    bool m_dropped = false;
};

} // namespace nova::test
