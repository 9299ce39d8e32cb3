#include "core/health/health_piece_list.h"

#include <QByteArray>

namespace nova
{

namespace
{

/// More than sixty minutes with every latency there can be take.
constexpr quint64 maxChunkBytes = 16 * 1024;

} // namespace

void HealthPieceList::append(qint64 from, const HealthPiece &piece)
{
    const qint64 chunk = chunkOf(from);
    if (m_chunks.empty() || m_chunks.back().from != chunk) {
        if (!m_chunks.empty())
            m_chunks.back().bytes.shrink_to_fit(); // Nothing comes to it any more.
        m_chunks.push_back({chunk, {}});
    }
    piece.pack(m_kind, quint8((from - chunk) / pieceSeconds()), m_chunks.back().bytes);
}

std::optional<HealthPiece> HealthPieceList::takeLast(qint64 from)
{
    std::optional<HealthPiece> last;
    if (!m_chunks.empty() && m_chunks.back().from == chunkOf(from))
        visitChunk(m_chunks.back(), from, [&](qint64, const HealthPiece &piece) { last = piece; });
    if (last)
        dropSince(from);
    return last;
}

void HealthPieceList::dropSince(qint64 from)
{
    while (!m_chunks.empty() && m_chunks.back().from >= from)
        m_chunks.pop_back();
    if (m_chunks.empty() || m_chunks.back().from != chunkOf(from))
        return;
    const Chunk cut = std::exchange(m_chunks.back(), {chunkOf(from), {}});
    visitChunk(cut, 0, [&](qint64 kept, const HealthPiece &piece) {
        if (kept < from)
            append(kept, piece);
    });
    if (m_chunks.back().bytes.empty())
        m_chunks.pop_back();
}

void HealthPieceList::visit(qint64 since, const Visitor &visitor) const
{
    for (const Chunk &chunk : m_chunks) {
        if (chunk.from + pieceSeconds() * piecesInChunk() > since)
            visitChunk(chunk, since, visitor);
    }
}

void HealthPieceList::visitChunk(const Chunk &chunk, qint64 since, const Visitor &visitor) const
{
    PackedReader reader(chunk.bytes);
    while (!reader.atEnd()) {
        quint8 place = 0;
        const HealthPiece piece = HealthPiece::unpack(m_kind, place, reader);
        const qint64 from = chunk.from + place * pieceSeconds();
        if (from >= since)
            visitor(from, piece);
    }
}

bool HealthPieceList::isSound(const Chunk &chunk) const
{
    PackedReader reader(chunk.bytes);
    int last = -1;
    while (!reader.atEnd()) {
        quint8 place = 0;
        const HealthPiece piece = HealthPiece::unpack(m_kind, place, reader);
        if (!reader.ok() || place <= last || place >= piecesInChunk())
            return false;
        last = place;
    }
    return last >= 0;
}

void HealthPieceList::write(QByteArray &bytes) const
{
    putNumber(bytes, m_chunks.size());
    for (const Chunk &chunk : m_chunks) {
        putNumber(bytes, quint64(chunk.from));
        putNumber(bytes, chunk.bytes.size());
        bytes.append(reinterpret_cast<const char *>(chunk.bytes.data()), qsizetype(chunk.bytes.size()));
    }
}

void HealthPieceList::read(PackedReader &reader, size_t maxChunks)
{
    m_chunks.clear();
    const quint64 count = reader.number(maxChunks);
    for (quint64 i = 0; i < count && reader.ok(); ++i) {
        Chunk chunk{qint64(reader.number(quint64(latestHealthTime / 1000))), {}};
        const auto packed = reader.bytes(reader.number(maxChunkBytes));
        chunk.bytes.assign(packed.begin(), packed.end());
        const bool inOrder = m_chunks.empty() || m_chunks.back().from < chunk.from;
        if (!reader.ok() || !inOrder || chunk.from != chunkOf(chunk.from) || !isSound(chunk))
            return reader.fail();
        m_chunks.push_back(std::move(chunk));
    }
}

} // namespace nova
