#pragma once

#include "core/base/result.h"

#include <QLocalServer>
#include <QObject>
#include <memory>

class QLockFile;

namespace nova
{

/// One window for each folder of files: a second start hands over to the first and ends. Works by a socket in the
/// user's runtime folder that only this user may open; what a program that was killed left behind is no hindrance.
/// UI thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Standing {
        First,  ///< This program is the one; it listens for others.
        Second, ///< Another one has been asked to open its window and has said yes.
    };

    /// `folder` is where the sockets are: $XDG_RUNTIME_DIR; `root` says which files it is about.
    SingleInstance(const QString &folder, const QString &root, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Finds out. Waits for an answer of the other program for two seconds at most; one that does not answer is an
    /// error. `connectTo` is an address the other one shall show, or empty.
    [[nodiscard]] Result<Standing> settle(const QString &connectTo = {});

    /// The user's runtime folder, or, where the system has none, a folder in the temporary one that is ours alone.
    [[nodiscard]] static QString runtimeFolder();

Q_SIGNALS:
    /// Another start wants the window, and, where not empty, that address in it.
    void openRequested(const QString &connectTo);

private:
    [[nodiscard]] Result<bool> ask(const QString &connectTo) const;
    void answer();

    const QString m_path;
    QLocalServer m_server;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace nova
