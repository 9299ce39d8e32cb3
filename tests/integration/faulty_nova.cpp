#include "tests/integration/faulty_nova.h"

#include "tests/integration/kept_texts.h"

using namespace Qt::StringLiterals;

namespace nova::test
{

/// What has to be loaded before everything else: the sanitizer's own library insists on being first.
static QString preloaded()
{
#if defined(__SANITIZE_THREAD__)
    return {};
#else
    QString libraries;
#if defined(__SANITIZE_ADDRESS__)
    const QByteArray maps = Scratch::read(u"/proc/self/maps"_s);
    const QByteArrayList lines = maps.split('\n');
    for (const QByteArray &line : lines) {
        if (line.contains("/libasan.so")) {
            libraries = QString::fromUtf8(line.mid(line.indexOf('/'))) + u':';
            break;
        }
    }
#endif
    return libraries + QStringLiteral(NOVA_FAULT_LIBRARY);
#endif
}

bool FaultyNova::isPossible()
{
    return !preloaded().isEmpty();
}

bool FaultyNova::start()
{
    fault({});
    m_process = std::make_unique<NovaProcess>(scratch.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, preloaded());
    environment.insert(u"NOVA_FAULTS"_s, scratch.path(u"faults"_s));
    m_process->process().setProcessEnvironment(environment);
    return m_process->start();
}

void FaultyNova::fault(const QString &lines) const
{
    Scratch::replace(scratch.path(u"faults"_s), lines.toUtf8());
}

WireClient::Answer FaultyNova::call(const WireClient::Request &request) const
{
    return WireClient(m_process->port(), m_process->token()).call(request);
}

WireClient::Answer FaultyNova::toggle() const
{
    return call({.method = "PUT", .path = "/api/mcp/files/toggle"});
}

FaultyNova::Write FaultyNova::prepare(const QString &name) const
{
    const bool isPrompt = name == u"prompt";
    const QString folder = scratch.path(isPrompt ? u"prompts"_s : u"configs"_s);
    Write write{{},
                isPrompt ? scratch.prompt() : scratch.catalog(),
                folder,
                folder + (isPrompt ? u"/versions"_s : u"/backups"_s)};
    const QByteArray text = Scratch::read(write.path) + "# more\n";
    const bool ready =
        (isPrompt ? call({"PUT", "/api/prompt", "Before.\n", "text/markdown", "*"}) : toggle()).status == 200;
    if (!ready)
        qFatal("the first write failed");
    if (isPrompt)
        write.request = {"PUT", "/api/prompt", text, "text/markdown", "*"};
    else if (name == u"config")
        write.request = {"PUT", "/api/config", text, "application/yaml", "*"};
    else if (name == u"toggle")
        write.request = {"PUT", "/api/mcp/files/toggle"};
    else
        write.request = {"POST", "/api/config/restore/" + keptIds(write.versions).value(0).toUtf8()};
    return write;
}

} // namespace nova::test
