#include "tests/support/raw_web_socket.h"
#include "tests/support/web_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nova;
using namespace nova::test;

/// RFC 6455 on the wire, case by case: what a client may send, and what ends its connection with which code.
class TestWebSocketFrames : public QObject
{
    Q_OBJECT

    WebFixture m_web;

    [[nodiscard]] QByteArray upgrade(const QByteArray &headers) const { return m_web.request("GET /ws/", headers); }

    enum First : quint8 {
        Continued = 0x00,
        TextBegins = 0x01,
        Last = 0x80,
        Text = 0x81,
        Binary = 0x82,
        Close = 0x88,
        Ping = 0x89,
        Pong = 0x8a
    };

    /// A JSON text of exactly `size` bytes that asks for a pong.
    [[nodiscard]] static QByteArray askOfSize(qsizetype size)
    {
        const QByteArray begin = "{\"type\":\"ping\",\"x\":\"", end = "\"}";
        return begin + QByteArray(size - begin.size() - end.size(), 'x') + end;
    }

    [[nodiscard]] static QByteArray inPieces(const QByteArray &text, qsizetype size)
    {
        QByteArray frames;
        for (qsizetype at = 0; at < text.size(); at += size) {
            const bool isLast = at + size >= text.size();
            frames += clientFrame(quint8((at == 0 ? TextBegins : Continued) | (isLast ? Last : 0)), text.mid(at, size));
        }
        return frames;
    }

    static void addCase(const QByteArray &name, const QByteArray &bytes, const QStringList &heard)
    {
        QTest::newRow(name.constData()) << bytes << heard;
    }
    static void dies(const QByteArray &name, const QByteArray &bytes, int code, QStringList before = {})
    {
        addCase(name, bytes, before << u"close %1"_s.arg(code));
    }
    static void lives(const QByteArray &name, const QByteArray &bytes, const QStringList &heard)
    {
        addCase(name, bytes, heard);
    }

    static void addLengths()
    {
        const QStringList pong{u"text pong"_s};
        for (const int size : {28, 124, 125, 126, 127, 128, 1000, 65'534, 65'535, 65'536})
            lives("text of " + QByteArray::number(size), clientFrame(Text, askOfSize(size)), pong);
        dies("text of 65537", clientFrame(Text, askOfSize(65'537)), 1009);
        dies("text of 65537, its first byte alone", clientFrameHead(Text, 8, 65'537) + 'x', 1009);
        dies("text of 2^40, its first byte alone", clientFrameHead(Text, 8, quint64(1) << 40) + 'x', 1009);
        dies("length with its highest bit", clientFrameHead(Text, 8, quint64(1) << 63), 1002);
        dies("two bytes for a short length", clientFrameHead(Text, 2, 125) + QByteArray(125, 'x'), 1002);
        dies("eight bytes for a short length", clientFrameHead(Text, 8, 65'535), 1002);
        lives("empty text", clientFrame(Text), {u"text error"_s});
        lives("binary", clientFrame(Binary, "x"), {u"text error"_s});
        lives("empty binary", clientFrame(Binary), {u"text error"_s});
        lives("two texts at once", clientFrame(Text, askOfSize(28)) + clientFrame(Text, askOfSize(130)),
              {u"text pong"_s, u"text pong"_s});
        dies("unmasked", clientFrame(Text, askOfSize(28), false), 1002);
        dies("unmasked ping", clientFrame(Ping, "x", false), 1002);
        dies("unmasked, after a good one", clientFrame(Ping, "x") + clientFrame(Ping, "y", false), 1002, {u"pong x"_s});
    }

    static void addFragments()
    {
        const QByteArray text = askOfSize(300);
        const QStringList pong{u"text pong"_s};
        lives("two fragments", inPieces(text, 200), pong);
        lives("fragments of one byte", inPieces(text, 1), pong);
        lives("fragments, some empty",
              clientFrame(TextBegins) + clientFrame(Continued, text) + clientFrame(Continued) + clientFrame(Last),
              pong);
        lives("ping between fragments",
              clientFrame(TextBegins, text.first(9)) + clientFrame(Ping, "in") + clientFrame(Last, text.mid(9)),
              {u"pong in"_s, u"text pong"_s});
        lives("pong between fragments",
              clientFrame(TextBegins, text.first(9)) + clientFrame(Pong, "in") + clientFrame(Last, text.mid(9)), pong);
        dies("close between fragments", clientFrame(TextBegins, text.first(9)) + clientFrame(Close, closePayload(1000)),
             1000);
        dies("text between fragments", clientFrame(TextBegins, text.first(9)) + clientFrame(Text, askOfSize(28)), 1002);
        dies("binary between fragments", clientFrame(TextBegins, text.first(9)) + clientFrame(Binary, "x"), 1002);
        dies("second beginning", clientFrame(TextBegins, text.first(9)) + clientFrame(TextBegins, "x"), 1002);
        dies("continues nothing", clientFrame(Continued, "x"), 1002);
        dies("ends nothing", clientFrame(Last, "x"), 1002);
        dies("continues what is complete", inPieces(text, 200) + clientFrame(Last, "x"), 1002, pong);
        lives("64 KiB in all", inPieces(askOfSize(65'536), 9'000), pong);
        dies("over 64 KiB in all", inPieces(askOfSize(65'537), 9'000), 1009);
    }

    static void addControlFrames()
    {
        lives("ping", clientFrame(Ping), {u"pong "_s});
        lives("ping of 125", clientFrame(Ping, QByteArray(125, 'p')), {u"pong "_s + QString(125, u'p')});
        dies("ping of 126", clientFrame(Ping, QByteArray(126, 'p')), 1002);
        dies("ping in fragments", clientFrame(quint8(Ping & ~Last), "x"), 1002);
        dies("pong in fragments", clientFrame(quint8(Pong & ~Last), "x"), 1002);
        dies("close in fragments", clientFrame(quint8(Close & ~Last), closePayload(1000)), 1002);
        lives("pongs nobody asked for", clientFrame(Pong) + clientFrame(Pong, "x"), {});
        QByteArray pings;
        QStringList pongs;
        for (int i = 0; i < 10; ++i) {
            pings += clientFrame(Ping, QByteArray::number(i));
            pongs += u"pong %1"_s.arg(i);
        }
        lives("ten pings at once", pings, pongs);
        for (const int bits : {1, 2, 3, 4, 5, 6, 7}) {
            const QByteArray name = "reserved bits " + QByteArray::number(bits);
            dies(name + " in a text", clientFrame(quint8(Text | bits << 4), askOfSize(28)), 1002);
            dies(name + " in a ping", clientFrame(quint8(Ping | bits << 4)), 1002);
            dies(name + " in a close", clientFrame(quint8(Close | bits << 4), closePayload(1000)), 1002);
        }
        for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            const QByteArray name = "reserved opcode " + QByteArray::number(opcode);
            dies(name, clientFrame(quint8(Last | opcode)), 1002);
            dies(name + " with payload", clientFrame(quint8(Last | opcode), "x"), 1002);
            dies(name + " after a text", clientFrame(Text, askOfSize(28)) + clientFrame(quint8(Last | opcode)), 1002,
                 {u"text pong"_s});
        }
    }

    static void addUtf8()
    {
        const QByteArray begin = "{\"type\":\"ping\",\"x\":\"", end = "\"}";
        for (const char *good : {"é", "κόσμε", "€", "😀", "\xef\xbf\xbf", "\xf4\x8f\xbf\xbf", "\xed\x9f\xbf"}) {
            const QByteArray text = begin + good + end;
            const QByteArray name = "valid " + QByteArray(good).toHex();
            lives(name, clientFrame(Text, text), {u"text pong"_s});
            lives(name + ", split in every place", inPieces(text, 1), {u"text pong"_s});
        }
        for (const char *bad :
             {"\x80", "\xbf\xbf", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf", "\xf0\x80\x80\xaf", "\xed\xa0\x80",
              "\xed\xbf\xbf", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xfc\x84\x80\x80\x80\x80", "\xfe", "\xff",
              "\xce\xba\xe1\xbd", "\xe2\x82", "\xf0\x9f\x98"}) {
            const QByteArray text = begin + bad + end;
            const QByteArray name = "invalid " + QByteArray(bad).toHex();
            dies(name, clientFrame(Text, text), 1007);
            dies(name + ", byte by byte", inPieces(text, 1), 1007);
            dies(name + ", at the end of the text", clientFrame(Text, begin + bad), 1007);
        }
        dies("invalid, before the text is whole", clientFrame(TextBegins, begin + "\xff"), 1007);
        dies("invalid, over two fragments", clientFrame(TextBegins, begin + "\xe2") + clientFrame(Continued, "\x28"),
             1007);
        lives("invalid in a binary message", clientFrame(Binary, "\xff"), {u"text error"_s});
        lives("invalid in a ping", clientFrame(Ping, "\xfe"), {u"pong \u00fe"_s});
    }

    static void addCloses()
    {
        addCase("close without a code", clientFrame(Close), {u"close"_s});
        dies("close with half a code", clientFrame(Close, "\x03"), 1002);
        for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4401, 4999})
            dies("close " + QByteArray::number(code), clientFrame(Close, closePayload(code)), code);
        for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
            dies("close " + QByteArray::number(code), clientFrame(Close, closePayload(code)), 1002);
        dies("close with a reason", clientFrame(Close, closePayload(1000, "that was all — thanks")), 1000);
        dies("close with the longest reason", clientFrame(Close, closePayload(1000, QByteArray(123, 'r'))), 1000);
        dies("close with a longer reason", clientFrame(Close, closePayload(1000, QByteArray(124, 'r'))), 1002);
        dies("close with a reason that is not UTF-8", clientFrame(Close, closePayload(1000, "\xce\xba\xff")), 1007);
        const QByteArray close = clientFrame(Close, closePayload(1000));
        dies("two closes", close + close, 1000);
        dies("ping after close", close + clientFrame(Ping, "late"), 1000);
        dies("text after close", close + clientFrame(Text, askOfSize(28)), 1000);
        dies("garbage after close", close + "\xff\xff\xff\xff", 1000);
        dies("text before close", clientFrame(Text, askOfSize(28)) + close, 1000, {u"text pong"_s});
    }

private Q_SLOTS:
    void frames_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("heard");
        addLengths();
        addFragments();
        addControlFrames();
        addUtf8();
        addCloses();
    }

    void frames()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, heard);
        RawWebSocket client(m_web.port(), upgrade(RawWebSocket::handshake));
        QTRY_COMPARE(client.heard(), QStringList{u"text hello"_s});
        const bool ends = !heard.isEmpty() && heard.last().startsWith(u"close");
        client.send(bytes);
        if (!ends) {
            client.send(clientFrame(Ping, "end")); // Nothing else comes: this is answered next.
            heard += u"pong end"_s;
        }
        heard.prepend(u"text hello"_s);
        QTRY_COMPARE(client.heard(), heard);
        if (ends)
            QTRY_VERIFY(client.isOver());
        else
            QVERIFY(!client.isOver());
    }

    /// The same in the smallest pieces a network can make.
    void byteByByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("heard");
        const QByteArray text = askOfSize(140);
        lives("text", clientFrame(Text, text), {u"text pong"_s});
        lives("fragments and ping",
              clientFrame(TextBegins, text.first(9)) + clientFrame(Ping, "in") + clientFrame(Last, text.mid(9)),
              {u"pong in"_s, u"text pong"_s});
        dies("invalid", clientFrame(Text, "\xce\xba\xff"), 1007);
        dies("close", clientFrame(Close, closePayload(1000, "bye")), 1000);
    }

    void byteByByte()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, heard);
        RawWebSocket client(m_web.port(), upgrade(RawWebSocket::handshake));
        client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QTRY_COMPARE(client.heard(), QStringList{u"text hello"_s});
        for (const char byte : bytes) {
            client.send(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        heard.prepend(u"text hello"_s);
        QTRY_COMPARE(client.heard(), heard);
    }

    void handshakes_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &headers, int status) {
            QTest::newRow(name) << headers << status;
        };
        const QByteArray upgrades = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
        const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
        const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        row("as it should be", upgrades + version + key, 101);
        row("as Firefox says it", "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n" + version + key, 101);
        row("in other letters", "connection: UPGRADE\r\nupgrade: WebSocket\r\n" + version + key, 101);
        row("with an extension",
            upgrades + version + key + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n", 101);
        row("with a protocol", upgrades + version + key + "Sec-WebSocket-Protocol: chat\r\n", 101);
        row("no upgrade", version + key, 426);
        row("upgrade to something else", "Connection: Upgrade\r\nUpgrade: h2c\r\n" + version + key, 426);
        row("no connection header", "Upgrade: websocket\r\n" + version + key, 426);
        row("no version", upgrades + key, 426);
        row("another version", upgrades + key + "Sec-WebSocket-Version: 8\r\n", 426);
        row("no key", upgrades + version, 400);
        row("two keys", upgrades + version + key + key, 400);
        row("short key", upgrades + version + "Sec-WebSocket-Key: c2hvcnQ=\r\n", 400);
        row("key that is not base64", upgrades + version + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25!!!==\r\n", 400);
        row("with a body", upgrades + version + key + "Content-Type: application/json\r\nContent-Length: 2\r\n", 413);
    }

    void handshakes()
    {
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        RawWebSocket client(m_web.port(), upgrade(headers));
        QTRY_VERIFY(!client.answer().isEmpty());
        QCOMPARE(statusOf(client.answer()), status);
        QVERIFY(headerOf(client.answer(), "Sec-WebSocket-Extensions").isEmpty());
        QVERIFY(headerOf(client.answer(), "Sec-WebSocket-Protocol").isEmpty());
        if (status == 101) {
            // The key and its answer are those of RFC 6455 §1.3.
            QCOMPARE(headerOf(client.answer(), "Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            QTRY_COMPARE(client.heard(), QStringList{u"text hello"_s});
        }
        if (status == 426) {
            QCOMPARE(headerOf(client.answer(), "Upgrade"), "websocket");
            QCOMPARE(headerOf(client.answer(), "Sec-WebSocket-Version"), "13");
        }
    }

    /// Frames right behind the request, before the server has answered it.
    void framesMayComeWithTheHandshake()
    {
        RawWebSocket client(m_web.port(), upgrade(RawWebSocket::handshake) + clientFrame(Text, askOfSize(28)) +
                                              clientFrame(Ping, "x"));
        QTRY_COMPARE(client.heard(), (QStringList{u"text hello"_s, u"text pong"_s, u"pong x"_s}));
    }
};

QTEST_GUILESS_MAIN(TestWebSocketFrames)
#include "tst_web_socket_frames.moc"
