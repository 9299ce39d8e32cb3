#include "core/service/managed_text.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

QString versionsFolder(const ManagedText::Options &options)
{
    return QFileInfo(options.path).absolutePath() + u'/' + options.versionsFolder;
}

Document::Options documentOptions(const ManagedText::Options &options)
{
    Document::Options result = options.document;
    result.versions = {versionsFolder(options), options.ending, options.keepVersions};
    return result;
}

Result<StoredText> readCurrent(const QString &path)
{
    const FileReading reading = readFile(path);
    if (reading.status == FileStatus::Present)
        return StoredText{u"current"_s, reading.bytes, reading.revision};
    return failure(reading.status == FileStatus::Missing ? ErrorCode::NotFound : ErrorCode::Conflict, reading.problem,
                   path);
}

Result<StoredText> readText(const QString &path, const VersionStore &versions, const QString &id)
{
    if (id == u"current")
        return readCurrent(path);
    return versions.read(id).map([&id](const QByteArray &bytes) { return StoredText{id, bytes, revisionOf(bytes)}; });
}

} // namespace

ManagedText::ManagedText(const Options &options, Worker &worker, std::shared_ptr<Mailbox> core)
    : m_path(options.path)
    , m_interpreter(options.interpreter)
    , m_versions(versionsFolder(options), options.ending, options.keepVersions)
    , m_worker(worker)
    , m_core(std::move(core))
    , m_document(options.path, options.interpreter, documentOptions(options), worker)
{
}

void ManagedText::edit(Document::Edit edit, std::optional<QString> ifMatch, Caller caller, const QString &action,
                       std::function<void(Result<Document::Saved>)> answer)
{
    m_core->post([this, edit = std::move(edit), ifMatch = std::move(ifMatch), caller = std::move(caller), action,
                  answer = std::move(answer)] {
        m_document.edit(edit, ifMatch, caller, action, {m_core, answer});
    });
}

void ManagedText::read(const QString &id, const Reply<StoredText> &reply) const
{
    m_worker.post([path = m_path, versions = m_versions, id, reply] { reply(readText(path, versions, id)); });
}

void ManagedText::list(const Reply<QList<DocumentVersion>> &reply) const
{
    m_worker.post([versions = m_versions, reply] { reply(versions.list()); });
}

void ManagedText::compare(const QString &from, const QString &to, const Reply<TextDiff> &reply) const
{
    m_worker.post([path = m_path, versions = m_versions, from, to, reply] {
        const auto before = readText(path, versions, from);
        const auto after = readText(path, versions, to);
        if (before && after)
            reply(TextDiff{from, to, countChangedLines(before->bytes, after->bytes),
                           unifiedDiff(before->bytes, after->bytes)});
        else
            reply(tl::unexpected(before ? after.error() : before.error()));
    });
}

void ManagedText::validate(const QByteArray &text, const Reply<InterpretationPtr> &reply) const
{
    m_worker.post([interpreter = m_interpreter, text, reply] { reply(interpreter(text)); });
}

Document::Edit ManagedText::restoring(const QString &id) const
{
    return [versions = m_versions, id](const DocumentText &) -> Result<Document::Edited> {
        return versions.read(id).map([](const QByteArray &bytes) { return Document::Edited(bytes); });
    };
}

} // namespace nova
