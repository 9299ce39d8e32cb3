#include "app/desktop/viewmodels/text_counts.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("nova", text);
}

QString number(int count)
{
    return QLocale().toString(count);
}

} // namespace

TextCounts countText(const QString &text)
{
    TextCounts counts;
    bool inWord = false;
    int bytes = 0;
    for (const QChar character : text) {
        const ushort code = character.unicode();
        bytes += code < 0x80 ? 1 : code < 0x800 || character.isSurrogate() ? 2 : 3;
        counts.lines += character == u'\n';
        counts.characters += !character.isLowSurrogate();
        const bool space = character.isSpace();
        counts.words += !space && !inWord;
        inWord = !space;
    }
    counts.lines += !text.isEmpty() && !text.endsWith(u'\n');
    counts.tokens = (bytes + 3) / 4;
    return counts;
}

QString countWords(const TextCounts &counts)
{
    const QStringList parts{counts.words == 1 ? tr("1 word") : tr("%1 words").arg(number(counts.words)),
                            counts.tokens == 1 ? tr("about 1 token") : tr("about %1 tokens").arg(number(counts.tokens)),
                            counts.characters == 1 ? tr("1 character")
                                                   : tr("%1 characters").arg(number(counts.characters)),
                            counts.lines == 1 ? tr("1 line") : tr("%1 lines").arg(number(counts.lines))};
    return parts.join(u" · "_s);
}

} // namespace nova
