#pragma once

#include "app/remote/remote_http.h"
#include "app/remote/remote_problem.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace nova
{

/// Asks a remote Nova for its whole state: one question at a time, not too often, however often it is wanted. A prompt
/// that is too large to be part of the state is asked for once for each of its revisions, and put in.
class StateFetch final : public QObject
{
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds timeout{10'000};
        std::chrono::milliseconds gap{100}; ///< From the start of one question to that of the next.
    };

    StateFetch(RemoteHttp &http, Timing timing, QObject *parent = nullptr);
    ~StateFetch() override;

    /// Sees to it that there will be a state, be it that of a question on its way.
    void want();
    /// Sees to it that there will be a state that was asked for after this moment; its number (or a later one) says so.
    quint64 wantNewer();
    /// Takes a state that came by another way instead, and puts in what it lacks.
    void complete(const QJsonObject &state);
    void cancel();

    [[nodiscard]] bool isBusy() const { return m_isAsking || m_pause.isActive(); }

Q_SIGNALS:
    void fetched(const QJsonObject &state, quint64 number);
    /// And nothing more is asked by itself.
    void failed(const nova::LinkProblem &problem);

private:
    void ask();
    void send(const QString &path, const std::function<void(const QJsonObject &)> &take);
    void takeState(QJsonObject state);
    void takePrompt(QJsonObject state, const QJsonObject &prompt);
    void conclude(const QJsonObject &state);
    void fail(const LinkProblem &problem);

    RemoteHttp &m_http;
    const Timing m_timing;
    QTimer m_pause; ///< Until it may be asked again.
    QElapsedTimer m_sinceAsked;
    bool m_isAsking = false;
    bool m_askAgain = false;
    quint64 m_call = 0;   ///< On its way.
    quint64 m_number = 0; ///< Of the question that was begun last.
    QJsonObject m_prompt; ///< The newest one that had to be asked for by itself.
};

} // namespace nova
