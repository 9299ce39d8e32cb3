#include "core/restart/compose_command.h"

#include "core/restart/child_process.h"

#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace nova
{

QProcessEnvironment composeEnvironment()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const QString &name : {u"PATH"_s, u"HOME"_s, u"LANG"_s, u"USER"_s, u"DOCKER_HOST"_s, u"DOCKER_CONTEXT"_s,
                                u"DOCKER_CONFIG"_s, u"DOCKER_CERT_PATH"_s, u"DOCKER_TLS_VERIFY"_s, u"SSH_AUTH_SOCK"_s,
                                u"XDG_RUNTIME_DIR"_s, u"COMPOSE_PROJECT_NAME"_s, u"COMPOSE_PROFILES"_s}) {
        if (ours.contains(name))
            environment.insert(name, ours.value(name));
    }
    return environment;
}

ComposeCommand::ComposeCommand(Timing timing, QObject *parent)
    : QObject(parent)
    , m_timing(timing)
{
}

ComposeCommand::~ComposeCommand()
{
    cancel();
}

void ComposeCommand::cancel()
{
    m_waiting.clear();
    if (ChildProcess *question = std::exchange(m_question, nullptr)) {
        question->abandon();
        question->deleteLater();
    }
}

void ComposeCommand::find(Answer answer)
{
    m_waiting.push_back(std::move(answer));
    if (m_waiting.size() == 1)
        QTimer::singleShot(0, this, &ComposeCommand::ask);
}

void ComposeCommand::ask()
{
    if (m_waiting.empty() || m_question)
        return;
    if (!m_found.isEmpty() && !m_foundUntil.hasExpired())
        return answerAll(m_found);
    if (QStandardPaths::findExecutable(u"docker"_s).isEmpty())
        return tryStandalone(u"docker is not on the PATH"_s);
    // Not in the compose file's folder: that it is missing would look as if the plugin were.
    m_question = new ChildProcess({{u"docker"_s, u"compose"_s, u"version"_s}, u"/"_s, composeEnvironment()},
                                  {m_timing.deadline, m_timing.grace, 1024}, this);
    connect(m_question, &ChildProcess::ended, this, [this](const ChildProcess::Outcome &outcome) {
        std::exchange(m_question, nullptr)->deleteLater();
        if (outcome.exitCode == 0 && !outcome.timedOut)
            return learn(QStringList{u"docker"_s, u"compose"_s});
        if (outcome.timedOut)
            return tryStandalone(
                u"«docker compose version» did not end within %1 s"_s.arg(double(m_timing.deadline.count()) / 1000));
        tryStandalone(outcome.problem.isEmpty() ? u"docker has no compose plugin («docker compose version» failed)"_s
                                                : u"docker could not be started: "_s + outcome.problem);
    });
    m_question->start();
}

void ComposeCommand::tryStandalone(const QString &whyNotPlugin)
{
    if (!QStandardPaths::findExecutable(u"docker-compose"_s).isEmpty())
        return learn(QStringList{u"docker-compose"_s});
    answerAll(failure(ErrorCode::Unavailable,
                      u"Docker Compose was not found: %1, and docker-compose is not on the PATH. Install Docker "
                      "Compose, or set restart.command."_s.arg(whyNotPlugin)));
}

void ComposeCommand::learn(const QStringList &found)
{
    m_found = found;
    m_foundUntil.setRemainingTime(m_timing.remembered);
    answerAll(found);
}

void ComposeCommand::answerAll(const Result<QStringList> &found)
{
    const std::vector<Answer> waiting = std::exchange(m_waiting, {});
    for (const Answer &answer : waiting)
        answer(found);
}

} // namespace nova
