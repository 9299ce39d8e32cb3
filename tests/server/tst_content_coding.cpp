#include "server/http/content_coding.h"

#include <QTest>

/// Which form of a file a request gets: RFC 9110 §12.5.3 as a table.
class TestContentCoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choice_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<QByteArrayList>("offered");
        QTest::addColumn<QByteArray>("chosen"); ///< Empty: none.
        const QByteArrayList all{"br", "gzip", "identity"}, plain{"identity"};
        const auto row = [&](const char *name, const QByteArrayList &headers, const QByteArray &chosen) {
            QTest::newRow(name) << headers << all << chosen;
        };
        const auto plainRow = [&](const char *name, const QByteArrayList &headers, const QByteArray &chosen) {
            QTest::newRow(name) << headers << plain << chosen;
        };

        row("no header", {}, "identity");
        row("empty header", {""}, "identity");
        row("only commas", {" , ,"}, "identity");
        row("a browser", {"gzip, deflate, br, zstd"}, "br");
        row("gzip alone", {"gzip"}, "gzip");
        row("br alone", {"br"}, "br");
        row("upper case", {"GZIP"}, "gzip");
        row("the old name of gzip", {"x-gzip"}, "gzip");
        row("without blanks", {"gzip,br"}, "br");
        row("blanks and tabs", {"\tgzip ;\tq=1 ,  br ; q=0.5"}, "gzip");
        row("two headers", {"gzip", "br"}, "br");
        row("two headers, one against", {"gzip", "br;q=0"}, "gzip");
        row("unknown codings", {"deflate, zstd, compress"}, "identity");
        row("longer name", {"brotli, gzipped"}, "identity");

        row("by weight", {"br;q=0.5, gzip;q=0.8"}, "gzip");
        row("by the third digit", {"br;q=0.998, gzip;q=0.999"}, "gzip");
        row("without a weight is one", {"br;q=0.999, gzip"}, "gzip");
        row("upper case weight", {"br;Q=0.1, gzip;Q=0.2"}, "gzip");
        row("equal weights", {"gzip;q=0.3, br;q=0.3"}, "br");
        row("smallest weight is better than unnamed", {"gzip;q=0.001"}, "gzip");
        row("weight with a bare point", {"gzip;q=1., br;q=0."}, "gzip");
        row("refused", {"br;q=0, gzip;q=0.000"}, "identity");
        row("first of two of the same", {"gzip;q=0, gzip"}, "identity");

        row("any", {"*"}, "br");
        row("any but br", {"*, br;q=0"}, "gzip");
        row("any, rather gzip", {"gzip, *;q=0.5"}, "gzip");
        row("any rather than br", {"br;q=0.1, *;q=0.9"}, "gzip");
        row("nothing else", {"gzip, *;q=0"}, "gzip");
        row("any with a small weight", {"*;q=0.001"}, "br");

        row("rather uncoded", {"identity, gzip;q=0.9, br;q=0.9"}, "identity");
        row("coded at equal weight", {"identity, gzip"}, "gzip");
        row("coded rather", {"identity;q=0.5, gzip"}, "gzip");
        row("uncoded alone", {"identity"}, "identity");
        row("uncoded refused", {"identity;q=0, gzip"}, "gzip");
        row("uncoded refused, any", {"identity;q=0, *"}, "br");
        row("uncoded taken, nothing else", {"identity, *;q=0"}, "identity");
        row("nothing at all", {"*;q=0"}, "");
        row("nothing that there is", {"identity;q=0"}, "");
        row("nothing that there is, by any", {"zstd, *;q=0"}, "");

        row("weight over one", {"br;q=1.1, gzip;q=0.1"}, "gzip");
        row("weight just over one", {"br;q=1.001, gzip;q=0.1"}, "gzip");
        row("weight of four digits", {"br;q=0.9999, gzip;q=0.1"}, "gzip");
        row("weight is not a number", {"br;q=high, gzip;q=0.1"}, "gzip");
        row("weight is negative", {"br;q=-1, gzip;q=0.1"}, "gzip");
        row("weight with an exponent", {"br;q=1e0, gzip;q=0.1"}, "gzip");
        row("weight without a number", {"br;q=, gzip;q=0.1"}, "gzip");
        row("weight without a digit before the point", {"br;q=.5, gzip;q=0.1"}, "gzip");
        row("weight with a comma for a point", {"br;q=0,5, gzip;q=0.1"}, "gzip");
        row("another parameter", {"br;level=11, gzip;q=0.1"}, "gzip");
        row("two parameters", {"br;q=1;q=1, gzip;q=0.1"}, "gzip");
        row("weight of nothing", {";q=1, gzip;q=0.1"}, "gzip");
        row("quoted", {"\"br\", gzip;q=0.1"}, "gzip");

        plainRow("plain, no header", {}, "identity");
        plainRow("plain, a browser", {"gzip, deflate, br"}, "identity");
        plainRow("plain, any", {"*"}, "identity");
        plainRow("plain, refused", {"gzip, identity;q=0"}, "");
        plainRow("plain, refused by any", {"gzip, *;q=0"}, "");
        plainRow("plain, named against any", {"identity;q=0.1, *;q=0"}, "identity");
    }

    void choice()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(QByteArrayList, offered);
        QFETCH(QByteArray, chosen);
        const auto place = nova::chooseCoding({headers.begin(), headers.end()}, offered);
        QCOMPARE(place ? offered.value(*place) : QByteArray(), chosen);
    }
};

QTEST_APPLESS_MAIN(TestContentCoding)
#include "tst_content_coding.moc"
