#include "core/state/state_folder.h"

#include "core/state/state_copies.h"
#include "core/state/state_lock.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

constexpr std::chrono::seconds patience(30); ///< For another Nova that is migrating.

Result<void> migrate(const QString &folder, const StateMigration &step, const QString &writtenBy)
{
    const auto done = beginCopy(folder, step.to, step.files).and_then([&] { return step.run(folder); }).and_then([&] {
        return writeStateVersion(folder, step.to, writtenBy); // From here on it has happened.
    });
    if (done) {
        finishCopies(folder, step.to);
        return {};
    }
    if (const auto undone = undoFromCopy(folder, step.to, step.files); !undone)
        return failure(done.error().code, QString(done.error().message + u' ' + undone.error().message));
    return done;
}

} // namespace

const std::vector<StateMigration> &stateMigrations()
{
    static const std::vector<StateMigration> none;
    return none;
}

StateStanding openStateFolder(const QString &folder, const QString &writtenBy, int format,
                              const std::vector<StateMigration> &migrations)
{
    if (!QDir(folder).exists())
        return {};
    const auto lock = StateLock::take(folder, patience);
    if (!lock)
        return {false, 0,
                u"Another Nova has been changing the state folder %1 for %2 seconds. This one leaves it as it is and "
                "keeps in memory what it would save."_s.arg(folder)
                    .arg(patience.count())};
    if (const QString reason = whyNotOurs(folder, format); !reason.isEmpty())
        return {false, 0, reason};
    const StateVersion found = readStateVersion(folder);
    finishCopies(folder, found.format);
    for (int next = found.format + 1; next <= format; ++next) {
        const auto step = std::find_if(migrations.begin(), migrations.end(),
                                       [next](const StateMigration &one) { return one.to == next; });
        const Result<void> done = step == migrations.end() ? failure(ErrorCode::NotFound, u"There is no way there."_s)
                                                           : migrate(folder, *step, writtenBy);
        if (!done)
            return {false, 0,
                    u"The state folder %1 could not be brought to format %2: %3 Nova leaves it as it is and keeps in "
                    "memory what it would save; the next start tries again."_s.arg(folder)
                        .arg(next)
                        .arg(done.error().message)};
    }
    if (found.missing || found.writtenBy != writtenBy || found.format != format) {
        // A folder that cannot be written is found out about by those who have something to say there.
        [[maybe_unused]] const auto written = writeStateVersion(folder, format, writtenBy);
    }
    return {true, found.format < format ? found.format : 0, {}};
}

} // namespace nova
