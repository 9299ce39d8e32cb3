#pragma once

#include "core/base/worker.h"
#include "core/documents/document.h"

namespace nova::test
{

/// Any text is valid, but for one with the word INVALID in it, which has an error on line 3, column 7.
[[nodiscard]] InterpretationPtr interpretAnything(const QByteArray &text);

/// Watching and waiting as short as they can be on a busy machine, and without the safety look: a lost notification has
/// to be seen as such.
[[nodiscard]] Document::Options quickOptions();
/// The same by polling.
[[nodiscard]] Document::Options pollingOptions();

/// A started document, and everything it told.
class DocumentProbe
{
public:
    explicit DocumentProbe(const QString &path, const Document::Options &options = quickOptions(),
                           const Interpreter &interpreter = interpretAnything);
    /// Ends the worker before the document, as the owner of a document has to.
    ~DocumentProbe();
    Q_DISABLE_COPY_MOVE(DocumentProbe)

    Document &operator*() { return *m_document; }
    Document *operator->() { return m_document.get(); }

    [[nodiscard]] const QList<Document::Change> &changes() const { return m_changes; }
    /// The texts that came into force since the start, in order.
    [[nodiscard]] QByteArrayList texts() const;
    /// The text in force; "(none)" where there is none.
    [[nodiscard]] QByteArray text() const;
    /// Waits until that is the text in force; compare text() afterwards.
    void waitFor(const QByteArray &expected) const;
    [[nodiscard]] DocumentStatus::State state() const { return m_document->status().state; }

    /// Edits, and waits for the answer in a nested event loop.
    [[nodiscard]] Result<Document::Saved> edit(const Document::Edit &edit, const std::optional<QString> &ifMatch = {});
    /// The same with a text that replaces whatever is there.
    [[nodiscard]] Result<Document::Saved> save(const QByteArray &text, const std::optional<QString> &ifMatch = {});
    /// Waits until the worker and this thread have done what was asked of them so far.
    void settle();

private:
    std::unique_ptr<Worker> m_worker = std::make_unique<Worker>(QStringLiteral("test-files"));
    std::unique_ptr<Document> m_document;
    std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    QList<Document::Change> m_changes;
};

} // namespace nova::test
