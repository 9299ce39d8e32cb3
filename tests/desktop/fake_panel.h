#pragma once

#include <QObject>
#include <QThread>

namespace nova::test
{

/// A panel that says it shows tray icons (org.kde.StatusNotifierWatcher). Answers from a thread of its own, as Qt asks
/// it while the test's thread waits. Make it before the first tray icon: Qt asks once.
class FakePanel : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ isHostRegistered CONSTANT)

public:
    FakePanel();
    ~FakePanel() override;

    [[nodiscard]] bool isListening() const { return m_listening; }
    [[nodiscard]] bool isHostRegistered() const { return true; }

public Q_SLOTS:
    // Named by the specification.
    void RegisterStatusNotifierItem(const QString &service);

private:
    QThread m_thread;
    bool m_listening = false;
};

} // namespace nova::test
