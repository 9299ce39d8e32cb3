#include "tests/support/scratch.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace nova::test
{

Scratch::Scratch(Content content)
{
    QDir(m_dir.path()).mkpath(u"configs"_s);
    QDir(m_dir.path()).mkpath(u"prompts"_s);
    if (content == Content::Empty)
        return;
    const QString source = QStringLiteral(NOVA_SOURCE_DIR);
    write(catalog(), read(source + u"/configs/mcp_servers.yaml"_s));
    write(prompt(), read(source + u"/prompts/NOVA_SYSTEM_PROMPT.md"_s));
}

QByteArray Scratch::read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

void Scratch::write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

void Scratch::replace(const QString &name, const QByteArray &bytes)
{
    const QString temporary = name + u".new"_s;
    write(temporary, bytes);
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(name).constData()) != 0)
        qFatal("cannot rename over %s", qPrintable(name));
}

void Scratch::shell(const QString &command) const
{
    // Not QProcess: its vfork shares ThreadSanitizer's own memory with the child and confuses it from then on.
    const QString line = u"cd '%1' || exit 1; %2"_s.arg(path(), command);
    if (std::system(QFile::encodeName(line).constData()) != 0)
        qFatal("failed: %s", qPrintable(command));
}

} // namespace nova::test
