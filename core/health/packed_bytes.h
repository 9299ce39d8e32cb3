#pragma once

#include <QtGlobal>
#include <span>

namespace nova
{

/// Appends a number in as few bytes as it needs: seven bits a byte, the lowest first.
template <typename Bytes>
void putNumber(Bytes &bytes, quint64 number)
{
    for (; number >= 0x80; number >>= 7)
        bytes.push_back(typename Bytes::value_type((number & 0x7f) | 0x80));
    bytes.push_back(typename Bytes::value_type(number));
}

/// Takes apart what was put together byte by byte and by putNumber(). Whatever the bytes are, it stays within them:
/// once something is not as it should be, ok() is false for good and all that is read is zero or empty.
class PackedReader
{
public:
    explicit PackedReader(std::span<const quint8> bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    void fail()
    {
        m_ok = false;
        m_rest = {};
    }

    quint8 byte()
    {
        const auto one = bytes(1);
        return one.empty() ? quint8(0) : one.front();
    }

    std::span<const quint8> bytes(quint64 count)
    {
        if (count > m_rest.size()) {
            fail();
            return {};
        }
        const auto taken = m_rest.first(size_t(count));
        m_rest = m_rest.subspan(size_t(count));
        return taken;
    }

    /// At most `limit`; more is a failure.
    quint64 number(quint64 limit)
    {
        quint64 number = 0;
        for (unsigned shift = 0; shift < 63; shift += 7) {
            const quint8 next = byte();
            number |= quint64(next & 0x7f) << shift;
            if (next < 0x80) {
                if (number <= limit)
                    return number;
                break;
            }
        }
        fail();
        return 0;
    }

private:
    std::span<const quint8> m_rest;
    bool m_ok = true;
};

} // namespace nova
