#pragma once

#include "app/desktop/viewmodels/text_draft.h"
#include "core/base/worker.h"

#include <QAbstractListModel>

namespace nova
{

/// A draft as it will look: its Markdown as pieces of rich text, made anew when the writer pauses. Made by the page
/// that shows it; UI thread.
class PreviewModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    /// Null: nothing is made.
    Q_PROPERTY(nova::TextDraft *draft READ draft WRITE setDraft NOTIFY draftChanged)

public:
    enum Role { HtmlRole = Qt::UserRole };

    explicit PreviewModel(QObject *parent = nullptr);
    ~PreviewModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] TextDraft *draft() const { return m_draft; }
    void setDraft(TextDraft *draft);

Q_SIGNALS:
    void draftChanged();

private:
    void render();
    void show(const QStringList &pieces);

    QPointer<TextDraft> m_draft;
    QStringList m_pieces;
    QByteArray m_source; ///< Of the newest pieces, made or on their way.
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<Worker> m_worker; ///< Only where there was a long text.
};

} // namespace nova
