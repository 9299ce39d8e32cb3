#pragma once

#include "core/base/worker.h"
#include "core/documents/document.h"
#include "core/service/commands.h"

namespace nova
{

/// A document with its earlier texts: what the catalog and the prompt have in common for the service. Reading and
/// comparing happen on the worker; all functions but document() may be called from any thread.
class ManagedText
{
public:
    struct Options {
        QString path;
        Interpreter interpreter;
        QString versionsFolder; ///< Its name, beside the file.
        QString ending;         ///< Of the files in it.
        int keepVersions = 100;
        Document::Options document{};
    };

    /// `core` is the mailbox of the thread in which the document lives.
    ManagedText(const Options &options, Worker &worker, std::shared_ptr<Mailbox> core);

    [[nodiscard]] Document &document() { return m_document; }
    [[nodiscard]] const Document &document() const { return m_document; }

    /// As Document::edit(); `answer` is called in the core thread.
    void edit(Document::Edit edit, std::optional<QString> ifMatch, Caller caller, const QString &action,
              std::function<void(Result<Document::Saved>)> answer);

    /// The id "current" is what is in the file, be it valid or not.
    void read(const QString &id, const Reply<StoredText> &reply) const;
    void list(const Reply<QList<DocumentVersion>> &reply) const;
    void compare(const QString &from, const QString &to, const Reply<TextDiff> &reply) const;
    void validate(const QByteArray &text, const Reply<InterpretationPtr> &reply) const;

    /// An edit that brings an earlier text back.
    [[nodiscard]] Document::Edit restoring(const QString &id) const;

private:
    const QString m_path;
    const Interpreter m_interpreter;
    const VersionStore m_versions;
    Worker &m_worker;
    const std::shared_ptr<Mailbox> m_core;
    Document m_document;
};

} // namespace nova
