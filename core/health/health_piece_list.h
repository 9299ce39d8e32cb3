#pragma once

#include "core/health/health_piece.h"

#include <functional>
#include <optional>

namespace nova
{

/// The minutes or the hours of one server in the order of time, packed into chunks: the minutes of an hour, the hours
/// of a day. Times are in seconds since 1970 (UTC) and name the beginning of a piece.
class HealthPieceList
{
public:
    using Visitor = std::function<void(qint64 from, const HealthPiece &piece)>;

    explicit HealthPieceList(HealthPiece::Kind kind)
        : m_kind(kind)
    {
    }

    /// `from` is later than that of every piece there is.
    void append(qint64 from, const HealthPiece &piece);
    /// Takes back the last piece if it is the one that begins at `from`.
    [[nodiscard]] std::optional<HealthPiece> takeLast(qint64 from);
    /// Forgets the pieces that begin at `from` or later.
    void dropSince(qint64 from);
    /// Calls for all pieces that begin at `since` or later.
    void visit(qint64 since, const Visitor &visitor) const;

    [[nodiscard]] size_t chunks() const { return m_chunks.size(); }
    /// The beginning of the first chunk. There is one.
    [[nodiscard]] qint64 firstChunk() const { return m_chunks.front().from; }
    void visitFirstChunk(const Visitor &visitor) const { visitChunk(m_chunks.front(), 0, visitor); }
    void dropFirstChunk() { m_chunks.erase(m_chunks.begin()); }

    void write(QByteArray &bytes) const;
    /// Fails the reader where the bytes are not what write() makes of at most `maxChunks`.
    void read(PackedReader &reader, size_t maxChunks);

private:
    struct Chunk {
        qint64 from = 0;
        std::vector<quint8> bytes;
    };

    [[nodiscard]] qint64 pieceSeconds() const { return m_kind == HealthPiece::Kind::Minute ? 60 : 3600; }
    [[nodiscard]] qint64 piecesInChunk() const { return m_kind == HealthPiece::Kind::Minute ? 60 : 24; }
    [[nodiscard]] qint64 chunkOf(qint64 from) const { return from - from % (pieceSeconds() * piecesInChunk()); }
    void visitChunk(const Chunk &chunk, qint64 since, const Visitor &visitor) const;
    [[nodiscard]] bool isSound(const Chunk &chunk) const;

    HealthPiece::Kind m_kind;
    std::vector<Chunk> m_chunks;
};

} // namespace nova
