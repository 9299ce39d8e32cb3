#pragma once

#include <QProcess>

namespace nova::bench
{

/// A display in memory, of its own (Xvfb). Ends with the object.
class VirtualScreen
{
public:
    /// Throws CannotRun where there is none to be had.
    VirtualScreen();
    ~VirtualScreen();
    Q_DISABLE_COPY_MOVE(VirtualScreen)

    [[nodiscard]] QString name() const { return m_name; }
    /// Presses keys as a keyboard would, by xdotool's names, `interval` apart. Returns when all are pressed.
    void press(const QStringList &keys, std::chrono::milliseconds interval = {}) const;

private:
    QProcess m_process;
    QString m_name; ///< ":99"
};

} // namespace nova::bench
