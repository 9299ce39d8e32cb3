#pragma once

#include "app/host/nova_host.h"
#include "tests/support/scratch.h"
#include "tests/support/web_fixture.h"

#include <QJsonObject>

namespace nova::test
{

/// A running Nova in this process, asked over HTTP as others ask it. The test's thread is the core thread.
class ServedHost
{
public:
    /// `settings`: the text of nova.yaml. Headless it is served whatever that says.
    enum class As { Headless, Window };
    explicit ServedHost(const QByteArray &settings, As as = As::Headless, const CommandLine &command = {});
    ~ServedHost();

    struct Answer {
        QByteArray bytes;
        [[nodiscard]] int status() const { return statusOf(bytes); }
        [[nodiscard]] QJsonObject json() const;
        /// What it says of a setting.
        [[nodiscard]] QJsonObject setting(const QString &name) const;
        /// The paths of its errors[].
        [[nodiscard]] QStringList paths() const;
    };

    /// Asks where it listens now; `line` is method and path. JSON may have ' for ".
    [[nodiscard]] Answer call(const QByteArray &line, QByteArray json = {}, const QByteArray &headers = {}) const;
    [[nodiscard]] QByteArray request(const QByteArray &line, QByteArray json = {},
                                     const QByteArray &headers = {}) const;
    /// Where it listens; 0 while it does not.
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString token() const;

    [[nodiscard]] NovaHost &host() { return *m_host; }
    [[nodiscard]] Scratch &files() { return m_files; }
    [[nodiscard]] QString file() const { return m_files.path(QStringLiteral("configs/nova.yaml")); }
    [[nodiscard]] QByteArray text() const { return Scratch::read(file()); }

private:
    Scratch m_files{Scratch::Content::Empty}; // No servers to be asked how they are.
    std::unique_ptr<NovaHost> m_host;
};

} // namespace nova::test
