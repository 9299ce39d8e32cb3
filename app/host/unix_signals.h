#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <memory>

namespace nova
{

/// SIGTERM, SIGINT and SIGHUP as Qt signals. One at a time in a process, since a signal handler is the process's own.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void terminate(); ///< SIGTERM or SIGINT
    void hangUp();    ///< SIGHUP

private:
    void read();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace nova
