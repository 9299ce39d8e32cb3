#include "app/desktop/viewmodels/draft_check.h"
#include "app/desktop/viewmodels/link_words.h"
#include "app/desktop/viewmodels/text_draft.h"

using namespace Qt::StringLiterals;

// How a TextDraft follows its file.

namespace nova
{

void TextDraft::changeNova(const QString &from, const QString &to)
{
    if (isDirty() || m_dropped)
        m_kept.insert(from, {{m_base, m_baseRevision}, m_text, m_dropped});
    const bool known = m_kept.contains(to);
    const Kept kept = m_kept.take(to);
    m_mailbox = std::make_shared<Mailbox>(); // What the other one still answers is not about this text.
    m_check->startAnew();
    m_saving = m_reading = m_checking = m_stale = false;
    m_theirs.reset();
    m_problem.clear();
    m_unreadable.clear();
    m_seen.reset();
    m_file = {};
    m_link = m_service.state()->link;
    m_loaded = known; // What the file holds is compared with the draft, and does not replace it.
    setBase(kept.base);
    m_dropped = kept.dropped;
    setText(kept.text);
    Q_EMIT changed();
    Q_EMIT switched();
}

QStringList TextDraft::keptFor() const
{
    QStringList names;
    for (auto kept = m_kept.begin(); kept != m_kept.end(); ++kept) {
        if (kept->isDirty())
            names.append(novaName(kept.key()));
    }
    return names;
}

void TextDraft::forgetKept()
{
    m_kept.clear();
    Q_EMIT changed();
}

void TextDraft::takeState(const NovaStatePtr &state)
{
    const DocumentStatus &file = m_document == DocumentKind::Catalog ? state->catalog->file : state->prompt->file;
    if (m_link && file == m_file && state->link == m_link)
        return;
    const bool back = m_link && !m_link->isUp() && state->link->isUp();
    m_file = file;
    m_link = state->link;
    if (back)
        m_check->touch(); // What was typed last has not been looked at.
    if (!isDirty() && m_loaded)
        showFindingsOfFile();
    Q_EMIT changed();
    look();
}

/// Reads what is in the file, if it may be another text than the newest one known here.
void TextDraft::look()
{
    if (m_saving || m_reading || !m_link->isUp() || m_file.state == DocumentStatus::State::Loading)
        return;
    if (m_seen && *m_seen == m_file && !m_stale)
        return;
    m_seen = m_file;
    if (m_file.state == DocumentStatus::State::Missing)
        return adopt({});
    if (!m_stale && m_loaded && m_unreadable.isEmpty() && !m_file.fileRevision.isEmpty() &&
        m_file.fileRevision == (m_theirs ? m_theirs->revision : m_baseRevision))
        return;
    m_stale = false;
    m_reading = true;
    m_service.readText(m_document, u"current"_s, {m_mailbox, [this](const Result<StoredText> &text) {
                                                      m_reading = false;
                                                      if (m_saving) {
                                                          m_seen.reset(); // Looked at again after the save.
                                                          return;
                                                      }
                                                      if (text)
                                                          adopt({FileText(text->bytes), text->revision});
                                                      else
                                                          readFailed(text.error());
                                                      look();
                                                  }});
}

void TextDraft::adopt(Base newest)
{
    m_unreadable.clear();
    const bool first = !std::exchange(m_loaded, true);
    if (first || !isDirty() || newest.file.text() == m_text) {
        setBase(newest);
        m_theirs.reset();
        setText(m_base.text());
    } else if (newest.revision == m_baseRevision) {
        m_theirs.reset(); // As it was when the draft was begun.
    } else {
        m_theirs = std::move(newest);
        m_problem.clear(); // The conflict says more.
    }
    Q_EMIT changed();
}

void TextDraft::readFailed(const Error &error)
{
    m_loaded = true;
    m_unreadable = error.message;
    if (!isDirty())
        showFindingsOfFile();
    Q_EMIT changed();
}

void TextDraft::showFindingsOfFile()
{
    // They are about this text, or about a newer one that is on its way here.
    if (m_file.fileRevision == m_baseRevision)
        m_findings.setFindings(m_file.errors + m_file.warnings);
}

QString TextDraft::conflictWords() const
{
    if (!m_theirs)
        return {};
    return m_theirs->revision.isEmpty() ? tr("%1 was removed while you were editing it.").arg(fileName())
                                        : tr("%1 was changed while you were editing it.").arg(fileName());
}

QString TextDraft::readOnlyReason() const
{
    if (!m_link->isUp())
        return isDirty()
                   ? tr("%1. What you typed is kept, and can be saved when it is back.").arg(linkHeadline(*m_link))
                   : tr("%1. The text can be changed when it is back.").arg(linkHeadline(*m_link));
    if (!m_loaded)
        return tr("The text is being read.");
    if (!m_unreadable.isEmpty())
        return m_unreadable;
    if (!m_base.isUtf8())
        return tr("%1 is not UTF-8 text, so it cannot be edited here. Mend it in another editor, or go back to an "
                  "earlier text.")
            .arg(fileName());
    if (!m_file.writable && m_file.state != DocumentStatus::State::Missing)
        return tr("%1 is managed elsewhere: Nova may not write it. Change it at its source.").arg(fileName());
    return {};
}

} // namespace nova
