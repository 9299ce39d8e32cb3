#pragma once

#include <QDBusConnection>
#include <QString>
#include <QStringList>

#include <optional>

namespace nova::test
{

/// Asks programs over AT-SPI, as a screen reader does: over the accessibility bus of this session, with a connection of
/// its own. Waits for the answers: not for the thread that gives them.
class AtspiClient
{
public:
    /// One object of a program.
    struct Node {
        QString service;
        QString path;
    };

    /// Finds the bus and connects to it.
    AtspiClient();
    ~AtspiClient();

    [[nodiscard]] bool isConnected() const { return m_bus.isConnected(); }
    /// The program of that name, once it is on the bus: it comes when the first one asks for the bus.
    [[nodiscard]] std::optional<Node> waitFor(const QString &program) const;
    /// The first thing below `node` with that role and name.
    [[nodiscard]] std::optional<Node> find(const Node &node, const QString &role, const QString &name) const;
    [[nodiscard]] QString name(const Node &node) const;
    [[nodiscard]] QString role(const Node &node) const;
    [[nodiscard]] bool isChecked(const Node &node) const;
    [[nodiscard]] QStringList actions(const Node &node) const;
    bool act(const Node &node, const QString &action) const;

private:
    [[nodiscard]] std::optional<Node> programNamed(const QString &name) const;
    [[nodiscard]] QList<Node> children(const Node &node) const;
    [[nodiscard]] QDBusMessage ask(const Node &node, const QString &interface, const QString &method,
                                   const QVariantList &arguments = {}) const;

    QDBusConnection m_bus;
};

} // namespace nova::test
