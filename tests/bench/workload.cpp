#include "tests/bench/workload.h"

#include <QStringBuilder>

namespace nova::bench
{

QByteArray serverName(int index)
{
    return "server-" + QByteArray::number(index).rightJustified(2, '0');
}

QByteArray catalogText(int servers)
{
    QByteArray text = "# The servers of the bench. None of them exists.\n";
    for (int i = 0; i < servers; ++i) {
        const QByteArray port = QByteArray::number(9000 + i);
        text +=
            '\n' + serverName(i) + ":\n  url: http://localhost:" + port +
            "/mcp\n  health_url: http://localhost:" + port + "/health\n  description: Number " + QByteArray::number(i) +
            " of the servers that the bench switches on and off\n  enabled: true   # the word that a toggle changes\n";
    }
    return text;
}

QByteArray broadcastBody(int number, int size)
{
    // Always the same task, so that what a program knows of tasks does not grow.
    return R"({"type":"task_updated","data":{"task":{"id":"t-1","status":"running","title":")" +
           broadcastMarker(number) + QByteArray(size, '.') + "\"}}}";
}

QByteArray broadcastMarker(int number)
{
    return "step " + QByteArray::number(number).rightJustified(8, '0');
}

QByteArray promptText(const QByteArray &marker)
{
    QByteArray text = "# The prompt of the bench\n\n" + marker + "\n\n";
    for (int i = 1; i <= 60; ++i)
        text += "- Rule " + QByteArray::number(i) + ": say what you did, what you found and what is missing.\n";
    return text;
}

} // namespace nova::bench
