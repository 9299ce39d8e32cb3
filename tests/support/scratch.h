#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace nova::test
{

/// A temporary folder with configs/ and prompts/, and ways to write into it as people and programs do.
class Scratch
{
public:
    /// With the example catalog and prompt of the project, or empty.
    enum class Content { Examples, Empty };
    explicit Scratch(Content content = Content::Examples);

    [[nodiscard]] QString path() const { return m_dir.path(); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString catalog() const { return path(QStringLiteral("configs/mcp_servers.yaml")); }
    [[nodiscard]] QString prompt() const { return path(QStringLiteral("prompts/NOVA_SYSTEM_PROMPT.md")); }

    [[nodiscard]] static QByteArray read(const QString &file);
    /// In place: truncate and write, as `echo >` does.
    static void write(const QString &file, const QByteArray &bytes);
    /// A temporary file renamed over, as most editors do.
    static void replace(const QString &file, const QByteArray &bytes);
    /// Runs `sh -c command` in the folder; its exit code must be 0.
    void shell(const QString &command) const;

private:
    QTemporaryDir m_dir;
};

} // namespace nova::test
