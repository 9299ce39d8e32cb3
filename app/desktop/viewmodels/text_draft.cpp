#include "app/desktop/viewmodels/text_draft.h"

#include "app/desktop/viewmodels/draft_check.h"
#include "app/desktop/viewmodels/text_counts.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

// The draft itself. How it follows the file is in text_draft_file.cpp.

namespace nova
{

TextDraft::TextDraft(NovaService &service, DocumentKind document, QObject *parent, std::chrono::milliseconds pause)
    : QObject(parent)
    , m_service(service)
    , m_document(document)
    , m_watch(service)
    , m_mailbox(std::make_shared<Mailbox>())
    , m_check(new DraftCheck(service, document, pause, this))
{
    connect(m_check, &DraftCheck::due, this, &TextDraft::settle);
    connect(m_check, &DraftCheck::found, this, [this](const QList<Diagnostic> &findings) {
        m_checking = false;
        m_findings.setFindings(findings);
        Q_EMIT changed();
    });
    connect(&m_watch, &LinkWatch::switched, this, &TextDraft::changeNova);
    connect(&service, &NovaService::stateChanged, this, &TextDraft::takeState);
    takeState(service.state());
}

TextDraft::~TextDraft() = default;

QString TextDraft::counts() const
{
    return countWords(countText(m_settledText));
}

bool TextDraft::canSave() const
{
    return isDirty() && !m_saving && !m_theirs && readOnlyReason().isEmpty();
}

void TextDraft::edit(const QString &text)
{
    if (text == m_text)
        return;
    const bool wasDirty = isDirty();
    m_text = text;
    if (m_dropped && isDirty())
        m_dropped.reset(); // There is a new draft; bringing the old one back would drop this one.
    m_check->touch();
    Q_EMIT textChanged();
    if (isDirty() != wasDirty)
        Q_EMIT changed();
}

void TextDraft::save()
{
    if (!canSave())
        return;
    m_saving = true;
    m_problem.clear();
    const QByteArray text = bytes();
    m_service.saveText(
        {m_document, text, m_baseRevision}, {Origin::Ui, u"desktop"_s},
        {m_mailbox, [this, sent = m_text, text](const Result<TextSaved> &result) { settleSave(sent, text, result); }});
    Q_EMIT changed();
}

void TextDraft::settleSave(const QString &sent, const QByteArray &bytes, const Result<TextSaved> &result)
{
    m_saving = false;
    if (result) {
        m_base = FileText(bytes);
        m_baseRevision = result->revision;
        m_dropped.reset();
        settle();
        Q_EMIT saved();
    } else {
        m_problem = result.error().message;
        m_stale = result.error().code == ErrorCode::StaleRevision;
        if (!result.error().diagnostics.isEmpty() && sent == m_text) {
            m_check->forget();
            m_checking = false;
            m_findings.setFindings(result.error().diagnostics);
        }
    }
    Q_EMIT changed();
    look();
}

void TextDraft::discard()
{
    if (!isDirty() || m_saving)
        return;
    if (m_theirs)
        return takeTheirs();
    drop(tr("The draft was discarded."));
}

void TextDraft::keepMine()
{
    if (!m_theirs)
        return;
    m_base = m_theirs->file;
    m_baseRevision = m_theirs->revision;
    m_theirs.reset();
    m_check->touch();
    Q_EMIT changed();
}

void TextDraft::takeTheirs()
{
    if (!m_theirs)
        return;
    drop(tr("The draft was replaced by the text in the file."));
}

void TextDraft::drop(const QString &words)
{
    const Dropped draft{{m_base, m_baseRevision}, m_text};
    if (m_theirs)
        setBase(*m_theirs);
    m_theirs.reset();
    m_problem.clear();
    setText(m_base.text());
    m_dropped = draft;
    Q_EMIT changed();
    Q_EMIT dropped(words);
}

void TextDraft::undo()
{
    if (!m_dropped)
        return;
    // Made from the text that it was made from: what the file holds now is a conflict again, if it is another one.
    const Dropped draft = *std::exchange(m_dropped, {});
    const Base newest{m_base, m_baseRevision};
    setBase(draft.base);
    setText(draft.text);
    if (newest.revision != m_baseRevision)
        m_theirs = newest;
    Q_EMIT changed();
    look();
}

void TextDraft::validate()
{
    if (m_link->isUp() && m_loaded && m_base.isUtf8()) {
        m_checking = true;
        m_check->ask(bytes());
    }
    Q_EMIT changed();
}

void TextDraft::settle()
{
    m_settledText = m_text;
    if (isDirty()) {
        validate();
    } else {
        m_check->forget();
        m_checking = false;
        showFindingsOfFile();
    }
    Q_EMIT settled();
}

void TextDraft::setBase(const Base &base)
{
    m_base = base.file;
    m_baseRevision = base.revision;
}

void TextDraft::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        Q_EMIT textChanged();
    }
    settle();
}

QString TextDraft::fileName() const
{
    return QFileInfo(m_file.path).fileName();
}

} // namespace nova
