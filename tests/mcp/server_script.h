#pragma once

#include "tests/mcp/wire_reply.h"

#include <QJsonArray>
#include <QStringList>

namespace nova::test
{

/// How a scripted server behaves.
struct ServerScript {
    enum class Era { Modern, Legacy, Dual };
    enum class Form {
        Json,
        Sse,
        NoisySse, ///< Comments, empty events, notifications and a request before the reply, its data over many lines.
    };

    Era era = Era::Modern;
    Form form = Form::Json;
    QByteArray newline = "\n"; ///< Of event streams.
    bool byteByByte = false;
    bool givesSessions = true;       ///< A legacy one.
    bool stallsInInitialize = false; ///< It opens a session and tells it, and then there is no reply.
    QString legacyVersion = QStringLiteral("2025-11-25");
    QStringList supported{QStringLiteral("2026-07-28")};
    QString serverName = QStringLiteral("scripted");
    QString serverVersion = QStringLiteral("1.2");
    QStringList tools{QStringLiteral("echo"), QStringLiteral("add")};
    bool offersTools = true;
    QByteArray greeting{}; ///< Said before anything is asked.
    Fault fault{};

    /// A reply in the form that is asked for. An event stream stays open after it: the client has to know when to stop.
    [[nodiscard]] WireReply reply(const QJsonObject &json, const QList<HttpHeader> &headers = {}) const;
    [[nodiscard]] QJsonObject toolList() const;
    [[nodiscard]] QJsonObject capabilities() const;
    [[nodiscard]] QJsonObject serverInfo() const;
};

} // namespace nova::test
