#include "core/yaml/map_move.h"

#include "core/yaml/yaml_layout.h"

namespace nova::yaml
{

namespace
{

/// [begin, end) of a text.
struct Range {
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] qsizetype size() const { return end - begin; }
    [[nodiscard]] QByteArray of(const QByteArray &text) const { return text.mid(begin, size()); }
};

/// Behind a byte order mark.
qsizetype firstLine(const QByteArray &text)
{
    return text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
}

bool isBlankLine(const QByteArray &text, qsizetype begin, qsizetype end)
{
    return begin < end && text.mid(begin, end - begin).trimmed().isEmpty();
}

/// Where the lines of a pair begin, the comments directly above it included; nothing above `limit` is of it.
qsizetype startOf(const QByteArray &text, qsizetype position, qsizetype limit)
{
    qsizetype start = lineStart(text, position);
    while (start > limit) {
        const qsizetype above = lineStart(text, start - 1);
        if (above < limit || above == start || !text.mid(above, start - above).trimmed().startsWith('#'))
            break;
        start = above;
    }
    return start;
}

/// Of a pair, without the blank lines around it.
Range linesOf(const MapPlace &place, size_t pair)
{
    const auto &[text, map, limit] = place;
    const qsizetype above = pair > 0 ? pairEnd(text, map, pair - 1, limit) : firstLine(text);
    return {startOf(text, map.key(pair).position, above), pairEnd(text, map, pair, limit)};
}

Range blankAbove(const QByteArray &text, qsizetype position)
{
    Range blank{position, position};
    while (blank.begin > 0) {
        const qsizetype above = lineStart(text, blank.begin - 1);
        if (above == blank.begin || !isBlankLine(text, above, blank.begin))
            break;
        blank.begin = above;
    }
    return blank;
}

Range blankBelow(const QByteArray &text, qsizetype position, qsizetype limit)
{
    Range blank{position, position};
    while (blank.end < limit) {
        const qsizetype next = text.indexOf('\n', blank.end) + 1;
        if (next == 0 || next > limit || !isBlankLine(text, blank.end, next))
            break;
        blank.end = next;
    }
    return blank;
}

/// The blank lines that go along with [lines): those of the side with fewer of them. At the ends of the text there is
/// but one side.
Range blankAlong(const MapPlace &place, const Range &lines)
{
    const auto &[text, map, limit] = place;
    const Range above = blankAbove(text, lines.begin), below = blankBelow(text, lines.end, limit);
    const bool atStart = above.begin <= firstLine(text), atEnd = below.end >= limit;
    if (atStart && atEnd)
        return {lines.begin, lines.begin};
    if (atStart || atEnd)
        return atStart ? below : above;
    const auto count = [&text = text](const Range &blank) { return blank.of(text).count('\n'); };
    return count(above) < count(below) ? above : below;
}

} // namespace

Candidates movesOf(const MapPlace &place, size_t pair, size_t target)
{
    const YamlNode &map = place.map;
    if (map.flow || map.kind != YamlNode::Kind::Map || !indentationOf(place.text, map.key(pair)) ||
        (target < map.pairs() && !indentationOf(place.text, map.key(target))))
        return {};
    // A text without a final newline gets one while its lines are rearranged, and ends without one again.
    const QByteArray ending = lineEnding(place.text, place.text.size());
    const bool unfinished = place.limit == place.text.size() && !place.text.endsWith('\n');
    const QByteArray text = unfinished ? QByteArray(place.text + ending) : place.text;
    const MapPlace whole{text, map, unfinished ? text.size() : place.limit};

    const Range lines = linesOf(whole, pair);
    const bool toEnd = target == map.pairs();
    const qsizetype at = toEnd ? linesOf(whole, target - 1).end : linesOf(whole, target).begin;
    Candidates candidates;
    const auto put = [&](const Range &gone, const QByteArray &moved) {
        QByteArray result = QByteArray(text).remove(gone.begin, gone.size());
        result.insert(at < gone.end ? at : at - gone.size(), moved);
        if (unfinished && result.endsWith(ending))
            result.chop(ending.size());
        candidates.append(result);
    };
    const QByteArray own = lines.of(text);
    const Range blank = blankAlong(whole, lines);
    put({std::min(lines.begin, blank.begin), std::max(lines.end, blank.end)},
        toEnd ? QByteArray(blank.of(text) + own) : QByteArray(own + blank.of(text)));
    // Blank lines may belong to a text above them, that of the entry or of the one before.
    put(lines, own);
    const Range filled{lines.begin, blankBelow(text, lines.end, whole.limit).end};
    put(filled, filled.of(text));
    return candidates;
}

} // namespace nova::yaml
