#pragma once

#include "tests/integration/wire_client.h"
#include "tests/support/nova_process.h"
#include "tests/support/scratch.h"

namespace nova::test
{

/// A real program on example files, whose file functions fail when told to (tests/fault).
class FaultyNova
{
public:
    /// One way to write one of the two files.
    struct Write {
        WireClient::Request request;
        QString path;
        QString folder;   ///< Of the file.
        QString versions; ///< The folder of its earlier texts.
    };

    /// Whether such a library can be loaded before the program here; a sanitizer may not stand it.
    [[nodiscard]] static bool isPossible();

    [[nodiscard]] bool start();
    /// Ends it as a person would.
    void stop() { m_process.reset(); }
    /// Whether it was killed, within some seconds from now.
    [[nodiscard]] bool isKilled() { return m_process->waitForEnd() == -2; }
    [[nodiscard]] QByteArray errors() const { return m_process->errors(); }

    /// Lets its file functions fail from now on, as tests/fault/fault_io.c reads it; empty: not any more.
    void fault(const QString &lines) const;

    /// Over a connection of its own.
    [[nodiscard]] WireClient::Answer call(const WireClient::Request &request) const;
    [[nodiscard]] WireClient::Answer toggle() const;

    /// Makes ready for "toggle", "config", "prompt" or "restore": the file was written once by then, so that there is a
    /// folder for versions, and one in it.
    [[nodiscard]] Write prepare(const QString &name) const;

    Scratch scratch;

private:
    std::unique_ptr<NovaProcess> m_process;
};

} // namespace nova::test
