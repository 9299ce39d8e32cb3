#pragma once

#include <QDeadlineTimer>
#include <QHash>
#include <QString>

namespace nova
{

/// Slows down guessing: after five wrong secrets in a row from one address, further wrong ones are answered 429 for a
/// while. The right one always passes. Server thread.
class Throttle
{
public:
    /// Notes a wrong secret. The seconds to wait if this address has used up its tries; else 0.
    [[nodiscard]] int noteWrong(const QString &address);
    void noteRight(const QString &address);

private:
    static constexpr int triesInARow = 5;
    static constexpr int waitSeconds = 30;
    static constexpr int maxAddresses = 4096;

    struct Record {
        int wrong = 0;
        QDeadlineTimer forgotten;
    };
    QHash<QString, Record> m_records;
};

} // namespace nova
