#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

namespace nova
{

/// The newest 4 KiB of what a program writes, told while it runs: at most four times a second, however much it writes.
class NewestOutput final : public QObject
{
    Q_OBJECT

public:
    explicit NewestOutput(QObject *parent = nullptr);

    void append(const QByteArray &bytes);
    /// Now, if there is something that was not told yet.
    void tellNews();
    /// Now, also if nothing is new.
    void tell();

Q_SIGNALS:
    void told(const QByteArray &newest);

private:
    QByteArray m_newest;
    bool m_hasNews = false;
    QTimer m_pause; ///< Until it may be told again.
};

} // namespace nova
