#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace nova::test
{

/// A real `nova-settingsd` on files of a scratch folder, on a free port of the loopback. Ends with the object.
class NovaProcess
{
public:
    explicit NovaProcess(const QString &root, const QStringList &more = {});
    ~NovaProcess();

    struct Answer {
        int status = 0;
        QByteArray body;
        QByteArray etag;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    /// Starts it and waits until it says where it listens; false if it ended instead.
    [[nodiscard]] bool start();
    /// Waits for the end; the exit code, or -1 where it does not come.
    [[nodiscard]] int waitForEnd(int milliseconds = 10'000);
    void signal(int number) const;

    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString loginCode() const { return m_code; }
    [[nodiscard]] QString token() const;
    [[nodiscard]] QByteArray errors();
    [[nodiscard]] QProcess &process() { return m_process; }

    /// One HTTP request with the token; blocks (with a nested event loop) until the answer is there.
    [[nodiscard]] Answer call(const QByteArray &method, const QString &path, const QByteArray &body = {},
                              const QList<std::pair<QByteArray, QByteArray>> &headers = {});

    [[nodiscard]] static QString program();

private:
    const QString m_root;
    QProcess m_process;
    QStringList m_arguments;
    QString m_address;
    QString m_code;
};

} // namespace nova::test
