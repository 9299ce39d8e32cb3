#include "core/base/closest.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace nova
{

QString closest(const QString &name, const QStringList &known)
{
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, name.size() / 3) + 1;
    for (const QString &candidate : known) {
        std::vector<qsizetype> row(size_t(candidate.size()) + 1);
        std::iota(row.begin(), row.end(), 0);
        for (qsizetype i = 0; i < name.size(); ++i) {
            qsizetype diagonal = std::exchange(row[0], i + 1);
            for (qsizetype j = 0; j < candidate.size(); ++j) {
                const bool same = name.at(i).toLower() == candidate.at(j);
                const qsizetype cost =
                    std::min({row[size_t(j)] + 1, row[size_t(j) + 1] + 1, diagonal + (same ? 0 : 1)});
                diagonal = std::exchange(row[size_t(j) + 1], cost);
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = candidate;
        }
    }
    return best;
}

Error withSuggestion(Error error, const QString &name, const QStringList &known)
{
    if (error.code != ErrorCode::NotFound)
        return error;
    const QString meant = closest(name, known);
    if (!meant.isEmpty())
        error.message += u" Did you mean %1?"_s.arg(meant);
    else if (!known.isEmpty() && known.size() <= 20)
        error.message += u" There is: %1."_s.arg(known.join(u", "_s));
    return error;
}

} // namespace nova
