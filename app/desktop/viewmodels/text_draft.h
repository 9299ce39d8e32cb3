#pragma once

#include "app/desktop/viewmodels/file_text.h"
#include "app/desktop/viewmodels/findings_model.h"
#include "app/desktop/viewmodels/link_watch.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <optional>

namespace nova
{

class DraftCheck;

/// A text somebody edits, beside the one in the file. Without a draft it follows the file. With one, a change of the
/// file is a conflict that the writer decides; nothing but the writer ever drops a character of a draft, and what was
/// dropped can be had back. A draft is of one Nova: while another one is shown it is kept, and it is there again with
/// that Nova. Owned by the DesktopApp; UI thread.
class TextDraft : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    /// What the editor shows. Lines end with '\n', whatever the file has.
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    /// The text since the writer last paused, for what need not be made at every key: preview and counts.
    Q_PROPERTY(QString settledText READ settledText NOTIFY settled)
    Q_PROPERTY(QString counts READ counts NOTIFY settled)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed)
    Q_PROPERTY(bool saving READ isSaving NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    /// The file has come to hold another text than the draft was made from.
    Q_PROPERTY(bool conflict READ hasConflict NOTIFY changed)
    Q_PROPERTY(QString conflictWords READ conflictWords NOTIFY changed)
    Q_PROPERTY(QString theirs READ theirs NOTIFY changed)
    /// Why nothing can be changed now; empty where it can.
    Q_PROPERTY(QString readOnlyReason READ readOnlyReason NOTIFY changed)
    /// Why the last save was refused; empty where it was not.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    /// The text has been read, or it is known that there is no file.
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(bool checking READ isChecking NOTIFY changed)
    Q_PROPERTY(QString path READ path NOTIFY changed)
    /// How the Novas are called that are not shown now and of which there is a draft, in the order of their addresses.
    Q_PROPERTY(QStringList keptFor READ keptFor NOTIFY changed)
    Q_PROPERTY(nova::FindingsModel *findings READ findings CONSTANT)

public:
    /// `pause` is how long a writer's rest is after which the draft is looked at.
    TextDraft(NovaService &service, DocumentKind document, QObject *parent = nullptr,
              std::chrono::milliseconds pause = std::chrono::milliseconds(250));
    ~TextDraft() override;

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QString settledText() const { return m_settledText; }
    [[nodiscard]] QString counts() const;
    [[nodiscard]] bool isDirty() const { return m_text != m_base.text(); }
    [[nodiscard]] bool isSaving() const { return m_saving; }
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool hasConflict() const { return m_theirs.has_value(); }
    [[nodiscard]] QString conflictWords() const;
    [[nodiscard]] QString theirs() const { return m_theirs ? m_theirs->file.text() : QString(); }
    [[nodiscard]] QString readOnlyReason() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool canUndo() const { return m_dropped.has_value(); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isChecking() const { return m_checking; }
    [[nodiscard]] QString path() const { return m_file.path; }
    [[nodiscard]] QStringList keptFor() const;
    [[nodiscard]] FindingsModel *findings() { return &m_findings; }

    /// What somebody typed.
    Q_INVOKABLE void edit(const QString &text);
    Q_INVOKABLE void save();
    /// Back to the text of the file; undo() has the draft again.
    Q_INVOKABLE void discard();
    /// Of a conflict: the draft stays, and saving it replaces what the file holds now.
    Q_INVOKABLE void keepMine();
    /// Of a conflict: the draft goes, undo() has it again.
    Q_INVOKABLE void takeTheirs();
    Q_INVOKABLE void undo();
    /// Drops the drafts of the Novas that are not shown now.
    Q_INVOKABLE void forgetKept();
    /// Asks now what is wrong with the text.
    Q_INVOKABLE void validate();

Q_SIGNALS:
    void textChanged();
    void settled();
    void changed();
    /// The text is that of another Nova: nothing before it can be gone back to.
    void switched();
    /// The draft is in the file.
    void saved();
    /// The draft was dropped and can be had back.
    void dropped(const QString &words);

private:
    /// A text in the file.
    struct Base {
        FileText file;
        QString revision;
    };
    struct Dropped {
        Base base;
        QString text;
    };
    /// Of a Nova that is not shown now.
    struct Kept {
        Base base;
        QString text;
        std::optional<Dropped> dropped;

        [[nodiscard]] bool isDirty() const { return text != base.file.text(); }
    };

    void changeNova(const QString &from, const QString &to);
    void takeState(const NovaStatePtr &state);
    void look();
    void adopt(Base newest);
    void readFailed(const Error &error);
    void settleSave(const QString &sent, const QByteArray &bytes, const Result<TextSaved> &result);
    void setBase(const Base &base);
    void setText(const QString &text);
    void drop(const QString &words);
    void settle();
    void showFindingsOfFile();
    [[nodiscard]] QByteArray bytes() const { return m_base.bytesOf(m_text); }
    [[nodiscard]] QString fileName() const;

    NovaService &m_service;
    const DocumentKind m_document;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    DraftCheck *const m_check;
    FindingsModel m_findings;

    DocumentStatus m_file; ///< As Nova tells.
    std::shared_ptr<const LinkState> m_link;
    std::optional<DocumentStatus> m_seen; ///< How the file stood at the last look.
    QString m_unreadable;                 ///< Why the file could not be read.

    FileText m_base; ///< What the draft is made from.
    QString m_baseRevision;
    QString m_text;
    QString m_settledText;
    std::optional<Base> m_theirs;
    std::optional<Dropped> m_dropped;
    QMap<QString, Kept> m_kept; ///< By address.
    QString m_problem;
    bool m_loaded = false;
    bool m_stale = false; ///< A save was refused because there is a newer text, whatever the state says yet.
    bool m_reading = false;
    bool m_saving = false;
    bool m_checking = false;
};

} // namespace nova
