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
    m_bus.connect(service, path, service, u"ActivationToken"_s, this, SLOT(onActivationToken(quint32, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(onClosed(quint32, quint32)));
}

Notifier::~Notifier() = default;

void Notifier::show(const Notice &notice)
{
    m_next = notice;
    if (!m_busy)
        sendNext();
}

void Notifier::sendNext()
{
    if (!m_next)
        return;
    if (!m_bus.isConnected()) {
        Q_EMIT undeliverable(*std::exchange(m_next, {}));
        return;
    }
    if (m_capabilities)
        send(*std::exchange(m_next, {}));
    else
        askCapabilities();
}

void Notifier::askCapabilities()
{
    m_busy = true;
    const QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"GetCapabilities"_s);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, answerWithinMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        m_busy = false;
        const QDBusPendingReply<QStringList> reply = *finished;
        if (reply.isError() && m_next) {
            Q_EMIT undeliverable(*std::exchange(m_next, {}));
            return; // There may be a service by the time of the next one.
        }
        m_capabilities = reply.value();
        sendNext();
    });
}

void Notifier::send(const Notice &notice)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    QStringList actions;
    if (m_capabilities->contains(u"actions"_s)) {
        actions << u"default"_s << tr("Open Nova Settings");
        for (const NoticeAction &action : notice.actions)
            actions << action.key << action.words;
    }
    // A service that knows markup reads the body as such. The words are ours, but a name in them is not.
    const bool knowsMarkup = m_capabilities->contains(u"body-markup"_s);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    call << QGuiApplication::applicationDisplayName() << m_shown << u"nova-settings"_s << notice.title
         << (knowsMarkup ? notice.text.toHtmlEscaped() : notice.text) << actions << hints << chosenByService;
    m_busy = true;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, answerWithinMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, notice](QDBusPendingCallWatcher *finished) { finish(finished, notice); });
}

void Notifier::finish(QDBusPendingCallWatcher *call, const Notice &notice)
{
    call->deleteLater();
    m_busy = false;
    const QDBusPendingReply<quint32> reply = *call;
    if (reply.isError()) {
        m_shown = 0;
        m_capabilities.reset(); // Another service may take its place.
        Q_EMIT undeliverable(notice);
    } else {
        m_shown = reply.value();
        m_notice = notice;
    }
    sendNext();
}

void Notifier::onActionInvoked(quint32 id, const QString &action)
{
    if (m_shown != 0 && id == m_shown)
        Q_EMIT activated(action, m_notice);
}

void Notifier::onActivationToken(quint32 id, const QString &token)
{
    // What Qt's Wayland side shows the compositor when a window asks to come to the front.
    if (m_shown != 0 && id == m_shown)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void Notifier::onClosed(quint32 id, quint32 reason)
{
    Q_UNUSED(reason)
    if (id == m_shown)
        m_shown = 0;
}

} // namespace nova
