#include "core/log/logger.h"

#include <QDateTime>
#include <QJsonDocument>

#include <atomic>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QLatin1StringView levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug"_L1;
    case LogLevel::Info:
        return "info"_L1;
    case LogLevel::Warning:
        return "warning"_L1;
    case LogLevel::Error:
        return "error"_L1;
    }
    return "info"_L1;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray jsonLine(const QString &time, LogLevel level, QLatin1StringView category, const QString &message,
                    const QJsonObject &fields)
{
    // Two objects joined, so that time and level come first whatever the fields are called.
    const QByteArray head = "{\"ts\":\"" + time.toLatin1() + "\",\"level\":\"" + levelName(level).data() + "\"," +
                            compact({{u"category"_s, category}, {u"message"_s, message}}).mid(1);
    if (fields.isEmpty())
        return head + '\n';
    return head.chopped(1) + ',' + compact(fields).mid(1) + '\n';
}

/// Keeps a line a line, and a terminal what it was: control characters become spaces.
QString plain(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return text;
}

QByteArray consoleLine(const QString &time, LogLevel level, QLatin1StringView category, const QString &message,
                       const QJsonObject &fields)
{
    QString line = time.mid(11, 12) + u' ' + QString(levelName(level)).leftJustified(7) + u' ' + category + u": "_s +
                   plain(message);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonValue value = field.value();
        line += u' ' + field.key() + u'=' +
                (value.isString() ? plain(value.toString())
                                  : QString::fromUtf8(compact({{u"v"_s, value}})).mid(5).chopped(1));
    }
    return line.toUtf8() + '\n';
}

std::atomic<Logger *> qtMessages = nullptr;

void takeQtMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    Logger *logger = qtMessages.load();
    if (!logger)
        return;
    const auto level = type == QtDebugMsg     ? LogLevel::Debug
                       : type == QtInfoMsg    ? LogLevel::Info
                       : type == QtWarningMsg ? LogLevel::Warning
                                              : LogLevel::Error;
    logger->log(level, "qt"_L1, message);
}

} // namespace

Logger::Logger(LogLevel threshold, LogFormat format)
    : m_threshold(threshold)
    , m_format(format)
{
}

Logger::~Logger() = default;

void Logger::configure(LogLevel threshold, LogFormat format)
{
    m_threshold = threshold;
    m_format = format;
}

void Logger::addSink(std::unique_ptr<LogSink> sink)
{
    const std::lock_guard lock(m_mutex);
    m_sinks.push_back(std::move(sink));
}

void Logger::log(LogLevel level, QLatin1StringView category, const QString &message, const QJsonObject &fields)
{
    if (!enabled(level))
        return;
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QByteArray line = m_format == LogFormat::Json ? jsonLine(time, level, category, message, fields)
                                                        : consoleLine(time, level, category, message, fields);
    const std::lock_guard lock(m_mutex);
    for (const auto &sink : m_sinks)
        sink->write(line);
}

void Logger::debug(QLatin1StringView category, const QString &message, const QJsonObject &fields)
{
    log(LogLevel::Debug, category, message, fields);
}

void Logger::info(QLatin1StringView category, const QString &message, const QJsonObject &fields)
{
    log(LogLevel::Info, category, message, fields);
}

void Logger::warning(QLatin1StringView category, const QString &message, const QJsonObject &fields)
{
    log(LogLevel::Warning, category, message, fields);
}

void Logger::error(QLatin1StringView category, const QString &message, const QJsonObject &fields)
{
    log(LogLevel::Error, category, message, fields);
}

QtMessageBridge::QtMessageBridge(Logger &logger)
{
    qtMessages = &logger;
    m_previous = qInstallMessageHandler(takeQtMessage);
}

QtMessageBridge::~QtMessageBridge()
{
    qInstallMessageHandler(m_previous);
    qtMessages = nullptr;
}

} // namespace nova
