#pragma once

#include "app/desktop/viewmodels/link_watch.h"
#include "app/desktop/viewmodels/markdown_model.h"

#include <QTimer>

namespace nova
{

/// The prompt for reading: what is known about the file, and its text as rich text. Owned by the DesktopApp; lives on
/// the UI thread.
class PromptModel : public nova::MarkdownModel // The full name: qmllint knows no other.
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(QString path READ path NOTIFY changed)
    Q_PROPERTY(QString revision READ revision NOTIFY changed)
    Q_PROPERTY(int bytes READ bytes NOTIFY changed)
    Q_PROPERTY(int lines READ lines NOTIFY changed)
    /// "32 lines · 1.4 KB".
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// When the file was last saved: for people, and exactly.
    Q_PROPERTY(QString changedAgo READ changedAgo NOTIFY changedAgoChanged)
    Q_PROPERTY(QString changedAt READ changedAt NOTIFY changed)
    /// The last change from elsewhere: "changed in the file: 2 lines added"; the serial grows with each, for the pulse.
    Q_PROPERTY(QString note READ note NOTIFY noteChanged)
    Q_PROPERTY(int changeSerial READ changeSerial NOTIFY noteChanged)
    /// There is a text in force and it has something in it.
    Q_PROPERTY(bool hasText READ hasText NOTIFY changed)
    Q_PROPERTY(bool rendering READ isRendering NOTIFY renderingChanged)

public:
    explicit PromptModel(NovaService &service, QObject *parent = nullptr);
    ~PromptModel() override;

    [[nodiscard]] QString path() const { return m_prompt->file.path; }
    [[nodiscard]] QString revision() const { return m_prompt->file.revision; }
    [[nodiscard]] int bytes() const { return int(m_prompt->text.size()); }
    [[nodiscard]] int lines() const { return m_prompt->lines; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString changedAgo() const;
    [[nodiscard]] QString changedAt() const;
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] int changeSerial() const { return m_changeSerial; }
    [[nodiscard]] bool hasText() const;

Q_SIGNALS:
    void changed();
    void changedAgoChanged();
    void noteChanged();

private:
    void takeState(const NovaStatePtr &state);
    void takeEvent(const Event &event);

    LinkWatch m_watch;
    std::shared_ptr<const PromptState> m_prompt;
    QString m_note;
    int m_changeSerial = 0;
    QTimer m_ago; ///< Keeps "5 minutes ago" true.
};

} // namespace nova
