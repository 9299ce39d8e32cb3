#pragma once

#include <QString>

#include <stdexcept>

namespace nova::bench
{

/// A scenario that cannot be carried through: a program that does not start, a connection that breaks, a deadline.
/// An exception because every step of a measurement can meet it and none can do anything about it; BenchRun says it and
/// goes on with the next scenario.
class CannotRun : public std::runtime_error
{
public:
    explicit CannotRun(const QString &reason)
        : std::runtime_error(reason.toStdString())
    {
    }
};

} // namespace nova::bench
