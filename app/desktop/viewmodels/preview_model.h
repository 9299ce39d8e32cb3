#pragma once

#include "app/desktop/viewmodels/markdown_model.h"
#include "app/desktop/viewmodels/text_draft.h"

namespace nova
{

/// A draft as it will look: its Markdown as pieces of rich text, made anew when the writer pauses. Made by the page
/// that shows it; UI thread.
class PreviewModel : public nova::MarkdownModel // The full name: qmllint knows no other.
{
    Q_OBJECT
    QML_ELEMENT

    /// Null: nothing is made.
    Q_PROPERTY(nova::TextDraft *draft READ draft WRITE setDraft NOTIFY draftChanged)

public:
    explicit PreviewModel(QObject *parent = nullptr);
    ~PreviewModel() override;

    [[nodiscard]] TextDraft *draft() const { return m_draft; }
    void setDraft(TextDraft *draft);

Q_SIGNALS:
    void draftChanged();

private:
    void takeDraft();

    QPointer<TextDraft> m_draft;
    QByteArray m_source; ///< What was rendered last, or is being rendered.
};

} // namespace nova
