#include "random_catalog.h"

QByteArray oneOf(QRandomGenerator &random, const QByteArrayList &choices)
{
    return choices[random.bounded(choices.size())];
}

namespace
{

QByteArray field(QRandomGenerator &random, const QByteArray &indentation)
{
    const QByteArray comment = oneOf(random, {"", "", "  # note", " # enabled: false", "\t# tab"});
    switch (random.bounded(11)) {
    case 0:
        return indentation +
               "description: " + oneOf(random, {"plain words", "\"quoted: # \\\" text\"", "'it''s'", "Grüße 😀"}) +
               comment + '\n';
    case 1:
        return indentation + "headers: { Authorization: \"Bearer ${T}\", X: y }" + comment + '\n';
    case 2:
        return indentation + "headers:\n" + indentation + "    X: y\n" + indentation + "    Z: w" + comment + '\n';
    case 3:
        return indentation + "description: |\n" + indentation + "  enabled: true\n\n" + indentation + "  more\n";
    case 4:
        return indentation + "timeout_s: 10" + comment + '\n';
    case 5:
        return indentation + "x-own: [1, {enabled: true}]" + comment + '\n';
    case 6:
        return indentation + "description: folded\n" + indentation + "    over lines\n";
    case 7:
        return indentation + "description: \"over\n" + indentation + "  # two lines\"" + comment + '\n';
    case 8:
        return indentation + "description: >-\n" + indentation + "  folded # text\n" + indentation + "  and more\n";
    case 9:
        return indentation + "probe : " + oneOf(random, {"auto", "'mcp'"}) + comment + '\n';
    default:
        return indentation + "service: mcp_x" + comment + '\n';
    }
}

} // namespace

QByteArray randomCatalog(QRandomGenerator &random, int servers)
{
    QByteArray text =
        oneOf(random, {"", "# My servers\n\n", "---\n", ".base: &base {timeout_s: 7, enabled: false}\n.on: &on yes\n"});
    const bool base = text.contains("&base");
    for (int i = 0; i < servers; ++i) {
        const QByteArray name = "s" + QByteArray::number(i);
        const QByteArray value = oneOf(random, {"true", "False", "yes", "OFF", "on", "no", base ? "*on" : "on"});
        if (random.bounded(5) == 0) {
            text += name + ": {url: http://h" +
                    oneOf(random, {"", ", enabled: " + value + " ", ", description: \"}, enabled\""}) + "}\n";
            continue;
        }
        if (random.bounded(8) == 0) {
            text += name + ": {\n  \"url\": \"http://h\",\n  \"enabled\": true" + oneOf(random, {"", ","}) + "\n}\n";
            continue;
        }
        const QByteArray indentation(1 + random.bounded(6), ' ');
        QByteArrayList fields{indentation + "url: http://h/" + name + '\n'};
        if (random.bounded(3) > 0)
            fields.append(indentation + "enabled:" + oneOf(random, {" ", "   "}) + value +
                          oneOf(random, {"", " # why"}) + '\n');
        if (base && random.bounded(3) == 0)
            fields.append(indentation + "<<: *base\n");
        const QByteArray extra = field(random, indentation);
        if (random.bounded(2) == 0 && !(base && extra.contains("timeout_s")))
            fields.insert(random.bounded(fields.size() + 1), extra);
        text += oneOf(random, {"", "\n", "# next\n"}) + oneOf(random, {name, '"' + name + '"'}) + ":" +
                oneOf(random, {"", " # who"}) + "\n" + fields.join();
    }
    if (random.bounded(3) == 0 && text.endsWith('\n'))
        text.chop(1);
    if (random.bounded(3) == 0)
        text.replace("\n", "\r\n");
    if (random.bounded(4) == 0)
        text.prepend("\xEF\xBB\xBF");
    return text;
}
