#pragma once

#include "tests/mcp/server_script.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>

#include <map>

namespace nova::test
{

/// A small MCP server on a real socket of the loopback, in the test's own thread. It keeps to the specification as
/// strictly as it can (a wrong header is refused, tools are told only after the whole handshake), remembers every
/// request, and answers otherwise where its script's fault says so.
class ScriptedMcpServer final : public QTcpServer
{
    Q_OBJECT

public:
    explicit ScriptedMcpServer(ServerScript script = {}, const QHostAddress &address = QHostAddress::LocalHost);
    /// From the next connection on it speaks TLS.
    void useTls(const QString &certificateFile, const QString &keyFile);

    /// May be changed at any time.
    [[nodiscard]] ServerScript &script() { return m_script; }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/mcp")) const;

    [[nodiscard]] const QList<SeenRequest> &seen() const { return m_seen; }
    /// What was asked, in order: «server/discover», «DELETE», …
    [[nodiscard]] QStringList calls() const;
    void forgetCalls() { m_seen.clear(); }

    [[nodiscard]] qsizetype openConnections() const;
    [[nodiscard]] qsizetype openSessions() const { return qsizetype(m_sessions.size()); }
    [[nodiscard]] qsizetype mostSessions() const { return m_mostSessions; }
    [[nodiscard]] int sessionsGiven() const { return m_sessionsGiven; }
    /// As after a restart: those of before are not known any more.
    void forgetSessions() { m_sessions.clear(); }
    /// Stops listening and drops every connection; the port stays known to comeBack().
    void goAway();
    void comeBack();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    [[nodiscard]] WireReply answer(const SeenRequest &request);
    [[nodiscard]] WireReply answerModern(const SeenRequest &request) const;
    [[nodiscard]] WireReply answerLegacy(const SeenRequest &request);
    [[nodiscard]] WireReply initialize(const SeenRequest &request);

    ServerScript m_script;
    QSslCertificate m_certificate;
    QSslKey m_key;
    QList<SeenRequest> m_seen;
    std::map<QByteArray, bool> m_sessions; ///< Whether `notifications/initialized` has come.
    qsizetype m_mostSessions = 0;
    int m_sessionsGiven = 0;
    quint16 m_port = 0;
};

} // namespace nova::test
