#pragma once

#include "app/desktop/viewmodels/newer_catalog.h"
#include "app/desktop/viewmodels/server_draft.h"

#include <QSet>

namespace nova
{

/// A server as somebody writes it down, to be added or changed. Owned by the DesktopApp; UI thread.
///
/// What is wrong with a field is said when somebody has left it, or wants to save: in the words of the core, which is
/// asked about the entry as it would be. A draft that was left is kept until it is saved or begun anew, so that nobody
/// has to be asked before it closes. Where the file has changed meanwhile, a draft is saved all the same as long as the
/// entry itself is what it was; else it is shown what changed, and saving again puts the draft over it.
class ServerForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(Kind kind READ kind NOTIFY begun)
    /// The server that is changed, or that the new one is like.
    Q_PROPERTY(QString about READ about NOTIFY begun)
    /// What is typed, by the names of the catalog's fields, and "name".
    Q_PROPERTY(QVariantMap fields READ fields NOTIFY fieldsChanged)
    Q_PROPERTY(nova::HeaderRows *headers READ headers CONSTANT)
    /// What is wrong, as sentences, by field.
    Q_PROPERTY(QVariantMap problems READ problems NOTIFY problemsChanged)
    /// About the draft as a whole: why it was not saved, or that it was begun earlier; empty otherwise.
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
    Q_PROPERTY(bool failing READ isFailing NOTIFY noticeChanged)
    Q_PROPERTY(bool changed READ isChanged NOTIFY fieldsChanged)
    Q_PROPERTY(bool saving READ isSaving NOTIFY savingChanged)
    /// Something that is not seen at first is set, or wrong.
    Q_PROPERTY(bool usesMore READ usesMore NOTIFY problemsChanged)
    /// Why nothing can be saved just now; empty where it can.
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY whyNotChanged)

public:
    enum class Kind { Add, Edit, Duplicate };
    Q_ENUM(Kind)

    explicit ServerForm(NovaService &service, QObject *parent = nullptr);
    ~ServerForm() override;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString about() const { return m_about; }
    [[nodiscard]] QVariantMap fields() const { return m_draft.fields; }
    [[nodiscard]] HeaderRows *headers() { return &m_headers; }
    [[nodiscard]] QVariantMap problems() const { return m_shown; }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] bool isFailing() const { return m_failing; }
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool isSaving() const { return m_saving; }
    [[nodiscard]] bool usesMore() const;
    [[nodiscard]] QString whyNot() const { return m_whyNot; }

    /// A draft that was left is taken up again.
    Q_INVOKABLE void beginAdd();
    /// False where there is no such server.
    Q_INVOKABLE bool beginEdit(const QString &name);
    Q_INVOKABLE bool beginDuplicate(const QString &name);
    /// Throws the draft away and begins anew.
    Q_INVOKABLE void startOver();

    Q_INVOKABLE void set(const QString &field, const QVariant &value);
    /// Somebody has left that field: from now on it says what is wrong with it.
    Q_INVOKABLE void leave(const QString &field);
    Q_INVOKABLE void save();

Q_SIGNALS:
    void begun();
    void fieldsChanged();
    void problemsChanged();
    void noticeChanged();
    void savingChanged();
    void whyNotChanged();
    /// It is in the file.
    void saved(const QString &name, const QString &words);

private:
    void changeNova();
    void begin(Kind kind, const QString &about);
    [[nodiscard]] ServerDraft freshDraft() const;
    [[nodiscard]] QString key() const;
    void keep();
    void check();
    void takeFindings(const QList<Diagnostic> &findings);
    void showProblems();
    void say(const QString &notice, bool failing);
    void setSaving(bool saving);
    void takeState(const NovaStatePtr &state);
    void send();
    void takeAnswer(const Result<ServerSaved> &result);
    void goOn(const Error &error);

    NovaService &m_service;
    LinkWatch m_watch;
    std::shared_ptr<Mailbox> m_mailbox;
    NewerCatalog m_newer;
    QTimer m_checkSoon;
    Kind m_kind = Kind::Add;
    QString m_about;
    ServerDraft m_draft;
    HeaderRows m_headers;
    QHash<QString, ServerDraft> m_kept; ///< Drafts that were left, also those of other Novas.
    QVariantMap m_found;                ///< By the core, about the draft as it was last asked.
    QVariantMap m_shown;
    QSet<QString> m_left;
    bool m_triedToSave = false;
    bool m_loading = false;
    quint64 m_asked = 0; ///< The newest question for findings.
    QString m_notice;
    bool m_failing = false;
    bool m_saving = false;
    int m_repeats = 0;
    QString m_whyNot;
};

} // namespace nova
