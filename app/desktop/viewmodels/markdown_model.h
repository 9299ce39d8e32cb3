#pragma once

#include "core/base/mailbox.h"
#include "core/base/worker.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace nova
{

/// Markdown as rich text in pieces, one a row (see MarkdownHtml): what the view models of a text that is read and of
/// one that is written have in common. Long texts are rendered on a thread of its own, so that the window never waits;
/// the text shown before stays until then. UI thread.
class MarkdownModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("What PromptModel and PreviewModel have in common.")

public:
    enum Role { HtmlRole = Qt::UserRole };

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isRendering() const { return m_rendering; }
    /// All pieces as one text.
    [[nodiscard]] QString html() const { return m_pieces.join(QChar()); }

Q_SIGNALS:
    void renderingChanged();

protected:
    explicit MarkdownModel(QObject *parent = nullptr);
    ~MarkdownModel() override;

    /// Shows `source`, at once or, where it is long, when it is ready and nothing newer has been asked for.
    void render(const QByteArray &source);

private:
    void setRendering(bool rendering);
    void showPieces(const QStringList &pieces);

    QStringList m_pieces;
    bool m_rendering = false;
    quint64 m_newest = 0; ///< Number of the newest text that was asked for.
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<Worker> m_worker; ///< Started with the first long text.
};

} // namespace nova
