#include "tests/desktop/fake_panel.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

namespace nova::test
{

namespace
{
const QString connection = u"fake-panel"_s;
}

FakePanel::FakePanel()
{
    m_thread.start();
    moveToThread(&m_thread);
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, connection);
    m_listening = bus.registerObject(u"/StatusNotifierWatcher"_s, this,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties) &&
                  bus.registerService(u"org.kde.StatusNotifierWatcher"_s);
}

FakePanel::~FakePanel()
{
    QDBusConnection::disconnectFromBus(connection);
    m_thread.quit();
    m_thread.wait();
}

void FakePanel::RegisterStatusNotifierItem(const QString &service)
{
    Q_UNUSED(service)
}

} // namespace nova::test
