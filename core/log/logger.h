#pragma once

#include <QJsonObject>
#include <QString>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace nova
{

enum class LogLevel { Debug, Info, Warning, Error };
enum class LogFormat { Json, Console };

/// Where finished lines go. Implementations are called under the logger's lock, from any thread.
class LogSink
{
public:
    virtual ~LogSink() = default;
    /// `line` ends with a newline and holds no other.
    virtual void write(const QByteArray &line) = 0;
};

/// Structured log: every line is an event with fields, as JSON (one object a line) or for reading on a terminal.
/// JSON keys: `ts` (UTC, RFC 3339 with milliseconds), `level`, `category`, `message`, then the fields.
/// Thread-safe. Secrets never come here; callers pass names of things, not their credentials.
class Logger
{
public:
    Logger(LogLevel threshold, LogFormat format);
    ~Logger();
    Q_DISABLE_COPY_MOVE(Logger)

    void addSink(std::unique_ptr<LogSink> sink);
    /// From the next line on.
    void configure(LogLevel threshold, LogFormat format);
    [[nodiscard]] bool enabled(LogLevel level) const { return level >= m_threshold; }

    void log(LogLevel level, QLatin1StringView category, const QString &message, const QJsonObject &fields = {});
    void debug(QLatin1StringView category, const QString &message, const QJsonObject &fields = {});
    void info(QLatin1StringView category, const QString &message, const QJsonObject &fields = {});
    void warning(QLatin1StringView category, const QString &message, const QJsonObject &fields = {});
    void error(QLatin1StringView category, const QString &message, const QJsonObject &fields = {});

private:
    std::atomic<LogLevel> m_threshold;
    std::atomic<LogFormat> m_format;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<LogSink>> m_sinks;
};

/// Sends Qt's own messages (qWarning and the like) through `logger`, category "qt", while this object lives.
/// One at a time; the logger must outlive it.
class QtMessageBridge
{
public:
    explicit QtMessageBridge(Logger &logger);
    ~QtMessageBridge();
    Q_DISABLE_COPY_MOVE(QtMessageBridge)

private:
    QtMessageHandler m_previous = nullptr;
};

} // namespace nova
