#include "app/desktop/viewmodels/settings_model.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

// What the settings page does: apply and take back, the web page, the test of Redis.

namespace nova
{

QString SettingsModel::summary() const
{
    return changeCount() == 1 ? tr("1 change") : tr("%1 changes").arg(changeCount());
}

QString SettingsModel::filePath() const
{
    return m_host ? m_host->file().path : QString();
}

QString SettingsModel::fileProblem() const
{
    if (!m_host || m_host->problem().isEmpty())
        return {};
    const QList<Diagnostic> errors = m_host->file().errors;
    const QString stays = tr("The settings from before stay in force.");
    if (m_host->file().state == DocumentStatus::State::Invalid && !errors.isEmpty() && errors.first().line > 0)
        return tr("Line %1, column %2: %3")
                   .arg(errors.first().line)
                   .arg(errors.first().column)
                   .arg(errors.first().message) +
               u' ' + stays;
    return m_host->problem() + u' ' + stays;
}

SettingChanges SettingsModel::draftedChanges() const
{
    SettingChanges changes;
    for (const Row &row : m_rows) {
        if (row.setting && m_drafts.contains(row.name))
            changes.append({row.name, draftValues(row), m_drafts.value(row.name).from});
    }
    return changes;
}

void SettingsModel::apply()
{
    if (!m_host || m_applying || m_drafts.isEmpty())
        return;
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (row.setting && m_drafts.contains(row.name) && !row.setting->set(draftValues(row))) {
            Q_EMIT attentionWanted(i);
            return;
        }
    }
    m_problems.clear();
    std::optional<bool> autostart;
    if (const auto draft = m_drafts.constFind(u"desktop.autostart"_s); draft != m_drafts.constEnd())
        autostart = draft->text == u"true";
    send(draftedChanges(), autostart, false);
}

void SettingsModel::undo()
{
    if (m_host && !m_applying && (!m_undo.isEmpty() || m_undoAutostart))
        send(std::exchange(m_undo, {}), std::exchange(m_undoAutostart, {}), true);
}

void SettingsModel::send(const SettingChanges &changes, std::optional<bool> autostart, bool isUndo)
{
    m_failure.clear();
    m_applying = true;
    rowsChanged();
    if (changes.isEmpty())
        return settle(changes, autostart, isUndo, {});
    m_host->apply(changes,
                  {m_mailbox, [=, this](const Result<void> &result) { settle(changes, autostart, isUndo, result); }});
}

void SettingsModel::settle(const SettingChanges &changes, std::optional<bool> autostart, bool isUndo,
                           const Result<void> &result)
{
    m_applying = false;
    if (!result)
        return refuse(result.error());
    if (!isUndo) {
        m_undo.clear();
        m_undoAutostart.reset();
        for (const SettingChange &change : changes) {
            // What the file did not say at all is what it says by default.
            const QStringList before = change.from.value_or(QStringList());
            m_undo.append({change.name,
                           change.name == u"server.enabled"_s && before.isEmpty() ? QStringList{u"false"_s} : before,
                           change.to});
        }
    }
    qsizetype count = changes.size();
    if (autostart) {
        if (const auto set = m_host->setAutostart(*autostart); !set) {
            m_problems[u"desktop.autostart"_s] = set.error().message;
        } else {
            ++count;
            if (!isUndo)
                m_undoAutostart = !*autostart;
        }
    }
    for (const SettingChange &change : changes)
        m_drafts.remove(change.name);
    take();
    if (isUndo)
        Q_EMIT said(tr("Undone."), false);
    else if (count > 0)
        Q_EMIT said(count == 1 ? tr("1 setting changed.") : tr("%1 settings changed.").arg(count), true);
}

void SettingsModel::refuse(const Error &error)
{
    int first = -1;
    for (const Diagnostic &finding : error.diagnostics) {
        const int row = rowOf(finding.path);
        if (row < 0 || finding.line > 0) // What is wrong in the file is not wrong on the page.
            continue;
        m_problems[finding.path] = finding.message;
        if (const auto draft = m_drafts.find(finding.path); draft != m_drafts.end())
            draft->from = m_host->inFile().value(finding.path);
        first = first < 0 ? row : first;
    }
    m_failure = first < 0 ? error.message : QString();
    rowsChanged();
    if (first >= 0)
        Q_EMIT attentionWanted(first);
}

void SettingsModel::cancel()
{
    if (m_applying)
        return;
    m_drafts.clear();
    m_problems.clear();
    m_failure.clear();
    m_redisFinding.clear();
    rowsChanged();
}

void SettingsModel::openWeb()
{
    if (!m_host)
        return;
    m_host->makeLink({m_mailbox, [this](const Result<QString> &link) {
                          if (!link)
                              Q_EMIT complained(link.error().message);
                          else if (!QDesktopServices::openUrl(QUrl(*link)))
                              Q_EMIT complained(tr("No browser could be opened. Copy the link instead."));
                      }});
}

void SettingsModel::copyLink()
{
    if (!m_host)
        return;
    m_host->makeLink({m_mailbox, [this](const Result<QString> &link) {
                          if (!link) {
                              Q_EMIT complained(link.error().message);
                              return;
                          }
                          QGuiApplication::clipboard()->setText(*link);
                          Q_EMIT said(m_web.authenticates ? tr("Link copied. It works once, within the hour.")
                                                          : tr("Link copied."),
                                      false);
                      }});
}

void SettingsModel::showToken()
{
    if (!m_host)
        return;
    const auto token = m_host->token();
    if (token)
        m_token = *token;
    else
        Q_EMIT complained(token.error().message);
    Q_EMIT changed();
}

void SettingsModel::hideToken()
{
    m_token.clear();
    Q_EMIT changed();
}

void SettingsModel::testRedis()
{
    const int row = rowOf(u"redis.url"_s);
    if (row < 0 || m_testing)
        return;
    m_testing = true;
    m_redisFinding.clear();
    m_host->testRedis(draftValues(m_rows[row]).value(0),
                      {m_mailbox, [this, test = ++m_test](const Result<QString> &found) {
                           if (test != m_test)
                               return;
                           m_testing = false;
                           m_redisWorks = found.has_value();
                           m_redisFinding = found ? *found : found.error().message;
                           Q_EMIT changed();
                       }});
    Q_EMIT changed();
}

} // namespace nova
