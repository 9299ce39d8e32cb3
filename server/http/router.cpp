#include "server/http/router.h"

#include "core/documents/text_position.h"

namespace nova
{

namespace
{

std::optional<QString> decodeSegment(const QByteArray &segment)
{
    for (qsizetype i = 0; (i = segment.indexOf('%', i)) >= 0; i += 3) {
        bool isHex = false;
        const int code = i + 2 < segment.size() ? segment.mid(i + 1, 2).toInt(&isHex, 16) : 0;
        if (!isHex || code < 0x20 || code == '/' || code == '\\' || code == 0x7f)
            return std::nullopt;
    }
    const QByteArray decoded = QByteArray::fromPercentEncoding(segment);
    if (decoded == "." || decoded == ".." || firstInvalidUtf8(decoded) >= 0)
        return std::nullopt;
    return QString::fromUtf8(decoded);
}

} // namespace

std::optional<QStringList> decodePath(const QByteArray &path)
{
    QStringList segments;
    const auto parts = path.mid(1).split('/');
    for (const QByteArray &part : parts) {
        const auto segment = decodeSegment(part);
        if (!segment)
            return std::nullopt;
        segments.append(*segment);
    }
    return segments;
}

void Router::add(Route route)
{
    m_segments.push_back(route.pattern.mid(1).split(u'/'));
    m_routes.push_back(std::move(route));
}

Router::Match Router::match(const QByteArray &method, const QByteArray &path) const
{
    Match match;
    const auto segments = decodePath(path);
    if (!segments)
        return match;
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    for (size_t r = 0; r < m_routes.size(); ++r) {
        const QStringList &pattern = m_segments[r];
        if (pattern.size() != segments->size())
            continue;
        std::vector<std::pair<QString, QString>> parameters;
        bool fits = true;
        for (qsizetype i = 0; fits && i < pattern.size(); ++i) {
            const bool isParameter = pattern.at(i).startsWith(u'{');
            fits = isParameter ? !segments->at(i).isEmpty() : pattern.at(i) == segments->at(i);
            if (isParameter)
                parameters.emplace_back(pattern.at(i).mid(1).chopped(1), segments->at(i));
        }
        if (!fits)
            continue;
        if (m_routes[r].method == wanted)
            return {&m_routes[r], std::move(parameters), {}};
        match.allowed.append(m_routes[r].method);
    }
    return match;
}

} // namespace nova
