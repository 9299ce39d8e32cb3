#include "app/desktop/notifier.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{
const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int answerWithinMs = 5000;
constexpr int chosenByService = -1;
} // namespace

Notifier::Notifier(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(quint32, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(onClosed(quint32, quint32)));
}

Notifier::~Notifier() = default;

void Notifier::show(const Notice &notice)
{
    if (m_sending)
        m_next = notice;
    else
        send(notice);
}

void Notifier::send(const Notice &notice)
{
    if (!m_bus.isConnected()) {
        Q_EMIT undeliverable(notice);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const QStringList actions{u"default"_s, tr("Open Nova Settings")};
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    // The text is ours, but a file name in it is not: services read the body as markup.
    call << QGuiApplication::applicationDisplayName() << m_shown << u"nova-settings"_s << notice.title
         << notice.text.toHtmlEscaped() << actions << hints << chosenByService;
    m_sending = true;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, answerWithinMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, notice](QDBusPendingCallWatcher *finished) { finish(finished, notice); });
}

void Notifier::finish(QDBusPendingCallWatcher *call, const Notice &notice)
{
    call->deleteLater();
    m_sending = false;
    const QDBusPendingReply<quint32> reply = *call;
    if (reply.isError()) {
        m_shown = 0;
        Q_EMIT undeliverable(notice);
    } else {
        m_shown = reply.value();
    }
    if (m_next) {
        const Notice next = *m_next;
        m_next.reset();
        send(next);
    }
}

void Notifier::onActionInvoked(quint32 id, const QString &action)
{
    Q_UNUSED(action)
    if (id == m_shown)
        Q_EMIT activated();
}

void Notifier::onClosed(quint32 id, quint32 reason)
{
    Q_UNUSED(reason)
    if (id == m_shown)
        m_shown = 0;
}

} // namespace nova
