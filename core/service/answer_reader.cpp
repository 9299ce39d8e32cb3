#include "core/service/answer_reader.h"

#include "core/service/state_reader.h"

using namespace Qt::StringLiterals;

namespace nova
{

void read(const JsonFields &fields, Toggled &toggled)
{
    toggled = {fields.text("name"_L1), fields.flag("enabled"_L1), fields.flag("changed"_L1),
               fields.text("revision"_L1)};
}

void read(const JsonFields &fields, ServerSaved &saved)
{
    saved = {fields.text("name"_L1), fields.flag("changed"_L1), fields.text("revision"_L1),
             fields.textOr("backup_id"_L1)};
}

void read(const JsonFields &fields, TextSaved &saved)
{
    saved = {fields.flag("changed"_L1), fields.text("revision"_L1), fields.textOr("backup_id"_L1)};
}

void read(const JsonFields &fields, QList<DocumentVersion> &versions)
{
    fields.each("versions"_L1, [&versions](const JsonFields &one) {
        versions.append({one.text("id"_L1),
                         one.time("time"_L1),
                         one.text("cause"_L1),
                         one.text("revision"_L1),
                         {one.number("added"_L1), one.number("removed"_L1)},
                         one.count("bytes"_L1)});
    });
}

void read(const JsonFields &fields, TextDiff &diff)
{
    diff = {fields.text("from"_L1),
            fields.text("to"_L1),
            {fields.number("added"_L1), fields.number("removed"_L1)},
            fields.text("diff"_L1).toUtf8()};
}

void read(const JsonFields &fields, RestartResult &result)
{
    result.service = fields.text("service"_L1);
    result.argv = fields.texts("argv"_L1);
    result.exitCode = fields.numberOr("exit_code"_L1, -1);
    result.timedOut = fields.flag("timed_out"_L1);
    result.standardOutput = fields.text("stdout"_L1).toUtf8();
    result.standardError = fields.text("stderr"_L1).toUtf8();
    result.truncated = fields.flag("truncated"_L1);
    result.startedAt = fields.time("started_at"_L1);
    result.durationMs = fields.count("duration_ms"_L1);
}

void read(const JsonFields &fields, Interpretation &meaning)
{
    meaning.errors = readDiagnostics(fields, "errors"_L1);
    meaning.warnings = readDiagnostics(fields, "warnings"_L1);
    if (fields.flag("valid"_L1) != meaning.valid())
        fields.wrong("valid"_L1, u"what «errors» says"_s);
}

} // namespace nova
