#pragma once

#include "app/desktop/viewmodels/problems_model.h"
#include "core/service/nova_service.h"

namespace nova
{

/// How the files, the web side and Redis stand, each as a mark and a few words: what the status line and the banner
/// show. Owned by the DesktopApp; UI thread.
class StatusModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")

    Q_PROPERTY(Mark catalogMark READ catalogMark NOTIFY changed)
    Q_PROPERTY(QString catalogText READ catalogText NOTIFY changed)
    Q_PROPERTY(QString catalogPath READ catalogPath NOTIFY changed)
    Q_PROPERTY(bool catalogUsable READ catalogUsable NOTIFY changed)
    Q_PROPERTY(Mark promptMark READ promptMark NOTIFY changed)
    Q_PROPERTY(QString promptText READ promptText NOTIFY changed)
    Q_PROPERTY(QString promptPath READ promptPath NOTIFY changed)
    Q_PROPERTY(Mark webMark READ webMark NOTIFY changed)
    Q_PROPERTY(QString webText READ webText NOTIFY changed)
    /// Its address; for a tooltip.
    Q_PROPERTY(QString webDetail READ webDetail NOTIFY changed)
    Q_PROPERTY(Mark redisMark READ redisMark NOTIFY changed)
    Q_PROPERTY(QString redisText READ redisText NOTIFY changed)
    /// Where Redis is, and what is wrong; for a tooltip.
    Q_PROPERTY(QString redisDetail READ redisDetail NOTIFY changed)
    /// Tasks of other programs: "3 waiting · 1 running · 9 done"; empty until one of them has said a word.
    Q_PROPERTY(QString tasksText READ tasksText NOTIFY tasksChanged)
    /// "2 failed"; empty where none did.
    Q_PROPERTY(QString tasksFailedText READ tasksFailedText NOTIFY tasksChanged)
    /// All servers and Redis at a glance.
    Q_PROPERTY(Mark overallMark READ overallMark NOTIFY changed)
    /// What the problems mean for what is shown; empty when there are none.
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    /// Something has been heard of it: of a Nova elsewhere, nothing is before its first answer.
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    /// What is the matter with the connection to a Nova elsewhere; empty where nothing is.
    Q_PROPERTY(QString linkHeadline READ linkHeadline NOTIFY changed)
    Q_PROPERTY(nova::ProblemsModel *problems READ problems CONSTANT)

public:
    /// Each has its own colour and its own shape.
    enum class Mark { Good, Attention, Failing, Off, Degraded, Checking };
    Q_ENUM(Mark)

    explicit StatusModel(NovaService &service, QObject *parent = nullptr);
    ~StatusModel() override;

    [[nodiscard]] Mark catalogMark() const { return markOf(m_state->catalog->file); }
    [[nodiscard]] QString catalogText() const { return textOf(m_state->catalog->file); }
    [[nodiscard]] QString catalogPath() const { return m_state->catalog->file.path; }
    /// Whether there is a list of servers in force, be it an earlier one.
    [[nodiscard]] bool catalogUsable() const { return !m_state->catalog->file.revision.isEmpty(); }
    [[nodiscard]] Mark promptMark() const { return markOf(m_state->prompt->file); }
    [[nodiscard]] QString promptText() const { return textOf(m_state->prompt->file); }
    [[nodiscard]] QString promptPath() const { return m_state->prompt->file.path; }
    [[nodiscard]] Mark webMark() const;
    [[nodiscard]] QString webText() const;
    [[nodiscard]] QString webDetail() const { return m_state->instance->address; }
    [[nodiscard]] Mark redisMark() const;
    [[nodiscard]] QString redisText() const;
    [[nodiscard]] QString redisDetail() const;
    [[nodiscard]] QString tasksText() const;
    [[nodiscard]] QString tasksFailedText() const;
    [[nodiscard]] Overall overall() const { return overallOf(*m_state->health, *m_state->redis); }
    [[nodiscard]] Mark overallMark() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] bool isKnown() const { return m_state->link->isUp() || !catalogPath().isEmpty(); }
    [[nodiscard]] QString linkHeadline() const;
    /// "nova-2"; empty for this computer.
    [[nodiscard]] QString machine() const;
    [[nodiscard]] ProblemsModel *problems() { return &m_problems; }

Q_SIGNALS:
    void changed();
    /// By itself: tasks may change a thousand times a second, and nothing else does.
    void tasksChanged();

private:
    static Mark markOf(const DocumentStatus &file);
    static QString textOf(const DocumentStatus &file);
    void takeState(const NovaStatePtr &state);

    NovaStatePtr m_state;
    ProblemsModel m_problems;
};

} // namespace nova
