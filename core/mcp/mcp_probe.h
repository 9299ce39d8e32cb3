#pragma once

#include "core/mcp/mcp_exchange.h"

#include <QSet>
#include <QStringList>

namespace nova
{

/// What is remembered of a server from one probe to the next.
struct McpMemory {
    enum class Era { Unknown, Modern, Legacy };

    Era era = Era::Unknown;
    QByteArray session{}; ///< Of a legacy server; empty where it gave none.
    QString version{};    ///< Of the protocol.
    QString serverName{};
    QString serverVersion{};
    bool offersTools = true;
    QStringList toolNames{}; ///< At most maxToolNames.
    int toolCount = -1;      ///< -1: not known.
    QUrl url{};              ///< Where the session is: behind redirects this is not where it was asked for.
    bool isOpen = false;     ///< Of a legacy server: the handshake went to its end, and what follows is `ping`.
};
constexpr qsizetype maxToolNames = 200;

/// One thing that was tried, for people who want to know.
struct ProbeStep {
    QString what;
    QString found;
    bool fine = false;
    int elapsedMs = 0;
};

/// What a probe found out about a server.
struct McpFinding {
    enum class Kind { Healthy, ToolsFailed, Busy, WantsCredentials, NoCommonVersion, NotMcp, NoAnswer };

    Kind kind = Kind::NoAnswer;
    HttpFailure failure = HttpFailure::None; ///< Of NoAnswer; None there means an HTTP status from 500 on.
    int status = 0;                          ///< Of HTTP, of the answer that decided.
    bool challenged = false;                 ///< Of WantsCredentials and NotMcp: credentials are asked for.
    QString detail{};                        ///< Technical words: what the failure or the server said.
    QStringList offered{};                   ///< Of NoCommonVersion: what the server speaks.
    QString redirect{};                      ///< Of NotMcp: another host that it points to.
    int latencyMs = -1;                      ///< Of the first exchange that was answered.
    McpMemory memory{};
    QList<ProbeStep> steps{};
};

/// Finds out whether an MCP server can be used, as a client would: the handshake of its era, then its tools.
/// An era that is known is tried first; one that no longer fits is found out anew. At most one session is open at a
/// time, and it goes back to whoever started the probe (in `memory`), also when the probe ends early. Core thread.
class McpProbe
{
public:
    using Done = std::function<void(const McpFinding &)>;

    /// `done` is called once, later. It may destroy the probe.
    McpProbe(HttpClient &client, McpEndpoint endpoint, McpMemory memory, std::chrono::milliseconds deadline, Done done);
    ~McpProbe();
    Q_DISABLE_COPY_MOVE(McpProbe)

    void start();

    /// The headers by which a legacy session is known.
    [[nodiscard]] static QList<HttpHeader> sessionHeaders(const McpMemory &memory);
    /// Who Nova says it is.
    [[nodiscard]] static QJsonObject clientInfo();

private:
    using Next = void (McpProbe::*)(const McpAnswer &);

    void ask(const QString &method, QJsonObject params, Next next);
    void notify(const QString &method, Next next);
    void discover();
    void onDiscovered(const McpAnswer &answer);
    void initialize();
    void onInitialized(const McpAnswer &answer);
    void onNotified(const McpAnswer &answer);
    void ping();
    void onPinged(const McpAnswer &answer);
    void leaveSession();
    void listTools(const QString &cursor);
    void onTools(const McpAnswer &answer);

    [[nodiscard]] bool mayBeLegacy(const McpAnswer &answer) const;
    [[nodiscard]] std::chrono::milliseconds left(double share) const;
    void takeDiscovery(const QJsonObject &result);
    void takeCapabilities(const QJsonObject &result);
    void step(const QString &found, bool fine, const McpAnswer &answer);
    void fail(const McpAnswer &answer);
    void refuse(const QStringList &offered, const QString &detail, const McpAnswer &answer);
    void finish(McpFinding::Kind kind);

    HttpClient &m_client;
    McpExchange m_exchange;
    const std::chrono::milliseconds m_deadline;
    const Done m_done;
    McpFinding m_finding;
    QElapsedTimer m_since;
    QString m_asked;
    int m_lastId = 0;
    std::optional<McpAnswer> m_silent; ///< To discovery: no answer in its share of the time.
    bool m_isResumed = false;          ///< The session is an earlier probe's.
    int m_pages = 0;
    QSet<QString> m_cursors; ///< Those seen: a server that goes round in a circle is left.
    QStringList m_names;
    int m_count = 0;
};

} // namespace nova
