#include "core/prompt/prompt.h"

#include "core/documents/line_diff.h"
#include "core/documents/text_position.h"

using namespace Qt::StringLiterals;

namespace nova
{

InterpretationPtr interpretPrompt(const QByteArray &text)
{
    auto prompt = std::make_shared<Prompt>();
    if (const qsizetype bad = firstInvalidUtf8(text); bad >= 0) {
        const TextPosition where = PositionTable(text).atByte(bad);
        prompt->errors = {
            {Diagnostic::Severity::Error,
             u"encoding"_s,
             u"The prompt is not valid UTF-8: byte 0x%1 at offset %2."_s.arg(quint8(text.at(bad)), 2, 16, QChar(u'0'))
                 .arg(bad),
             u"Save the file as UTF-8."_s,
             {},
             where.line,
             where.column}};
        return prompt;
    }
    prompt->text = QString::fromUtf8(text);
    prompt->lines = countLines(text);
    return prompt;
}

const Prompt *promptOf(const DocumentTextPtr &text)
{
    return text ? static_cast<const Prompt *>(text->meaning.get()) : nullptr;
}

} // namespace nova
