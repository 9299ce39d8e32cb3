#include "server/http/content_coding.h"

#include <QHash>
#include <algorithm>

namespace nova
{

namespace
{

/// A weight in thousandths: `0`, `1`, and up to three digits behind the point.
std::optional<int> weightOf(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') || (text.size() > 1 && text[1] != '.'))
        return std::nullopt;
    int weight = text[0] == '1' ? 1000 : 0, step = 100;
    for (const char c : text.mid(2)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        weight += (c - '0') * step;
        step /= 10;
    }
    return weight <= 1000 ? std::optional(weight) : std::nullopt;
}

/// The weights by coding. What is not well-formed is as if it were not there: nobody can be said to take it.
QHash<QByteArray, int> weightsIn(const std::vector<QByteArray> &acceptEncoding)
{
    QHash<QByteArray, int> weights;
    for (const QByteArray &value : acceptEncoding) {
        const auto elements = value.toLower().split(',');
        for (const QByteArray &element : elements) {
            const auto parts = element.split(';');
            QByteArray coding = parts.first().trimmed();
            std::optional<int> weight = 1000;
            if (parts.size() == 2 && parts[1].trimmed().startsWith("q="))
                weight = weightOf(parts[1].trimmed().mid(2));
            else if (parts.size() > 1)
                weight = std::nullopt;
            if (coding == "x-gzip") // RFC 9110 §8.4.1.3: the same.
                coding = "gzip";
            if (weight && !coding.isEmpty() && !weights.contains(coding))
                weights.insert(coding, *weight);
        }
    }
    return weights;
}

} // namespace

std::optional<qsizetype> chooseCoding(const std::vector<QByteArray> &acceptEncoding, const QByteArrayList &offered)
{
    const auto weights = weightsIn(acceptEncoding);
    // In ten-thousandths, so that there is room for "taken, but after everything that is named".
    const auto rank = [&](const QByteArray &coding) {
        if (weights.contains(coding))
            return weights[coding] * 10;
        if (weights.contains("*"))
            return weights["*"] * 10;
        return coding == "identity" ? 1 : 0;
    };
    std::optional<qsizetype> best;
    for (qsizetype i = 0; i < offered.size(); ++i) {
        if (rank(offered[i]) > (best ? rank(offered[*best]) : 0))
            best = i;
    }
    return best;
}

} // namespace nova
