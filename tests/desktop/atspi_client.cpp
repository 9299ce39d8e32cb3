#include "tests/desktop/atspi_client.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nova::test
{

namespace
{

constexpr auto connectionName = "nova-atspi-client";
const QString accessible = u"org.a11y.atspi.Accessible"_s;
const QString action = u"org.a11y.atspi.Action"_s;
constexpr int waitMs = 5000;

QDBusConnection accessibilityBus()
{
    const QDBusReply<QString> address = QDBusConnection::sessionBus().call(
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
    return QDBusConnection::connectToBus(address.value(), QLatin1StringView(connectionName));
}

} // namespace

AtspiClient::AtspiClient()
    : m_bus(accessibilityBus())
{
}

AtspiClient::~AtspiClient()
{
    QDBusConnection::disconnectFromBus(QLatin1StringView(connectionName));
}

QDBusMessage AtspiClient::ask(const Node &node, const QString &interface, const QString &method,
                              const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(node.service, node.path, interface, method);
    message.setArguments(arguments);
    return m_bus.call(message, QDBus::Block, waitMs);
}

QList<AtspiClient::Node> AtspiClient::children(const Node &node) const
{
    QList<Node> nodes;
    const QDBusMessage answer = ask(node, accessible, u"GetChildren"_s);
    if (answer.type() != QDBusMessage::ReplyMessage)
        return nodes;
    const auto list = answer.arguments().value(0).value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString service;
        QDBusObjectPath path;
        list.beginStructure();
        list >> service >> path;
        list.endStructure();
        nodes.append({service, path.path()});
    }
    list.endArray();
    return nodes;
}

QString AtspiClient::name(const Node &node) const
{
    const QDBusMessage answer = ask(node, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {accessible, u"Name"_s});
    return answer.arguments().value(0).value<QDBusVariant>().variant().toString();
}

QString AtspiClient::role(const Node &node) const
{
    return ask(node, accessible, u"GetRoleName"_s).arguments().value(0).toString();
}

bool AtspiClient::isChecked(const Node &node) const
{
    constexpr quint32 checked = 1U << 4; // ATSPI_STATE_CHECKED
    const auto list = ask(node, accessible, u"GetState"_s).arguments().value(0).value<QDBusArgument>();
    QList<quint32> states;
    list >> states;
    return (states.value(0) & checked) != 0;
}

QStringList AtspiClient::actions(const Node &node) const
{
    QStringList names;
    const auto list = ask(node, action, u"GetActions"_s).arguments().value(0).value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString name;
        QString description;
        QString keys;
        list.beginStructure();
        list >> name >> description >> keys;
        list.endStructure();
        names.append(name);
    }
    list.endArray();
    return names;
}

bool AtspiClient::act(const Node &node, const QString &name) const
{
    const auto index = int(actions(node).indexOf(name));
    return index >= 0 && ask(node, action, u"DoAction"_s, {index}).arguments().value(0).toBool();
}

std::optional<AtspiClient::Node> AtspiClient::programNamed(const QString &wanted) const
{
    const QList<Node> programs = children({u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s});
    for (const Node &node : programs) {
        if (name(node) == wanted)
            return node;
    }
    return std::nullopt;
}

std::optional<AtspiClient::Node> AtspiClient::waitFor(const QString &program) const
{
    for (const QDeadlineTimer deadline(20s); !deadline.hasExpired(); QThread::msleep(50)) {
        if (auto found = programNamed(program))
            return found;
    }
    return std::nullopt;
}

std::optional<AtspiClient::Node> AtspiClient::find(const Node &node, const QString &wantedRole,
                                                   const QString &wantedName) const
{
    const QList<Node> nodes = children(node);
    for (const Node &child : nodes) {
        if (role(child) == wantedRole && name(child) == wantedName)
            return child;
        if (const auto found = find(child, wantedRole, wantedName))
            return found;
    }
    return std::nullopt;
}

} // namespace nova::test
