#include "app/remote/state_fetch.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nova
{

StateFetch::StateFetch(RemoteHttp &http, Timing timing, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_timing(timing)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &StateFetch::ask);
}

StateFetch::~StateFetch()
{
    cancel();
}

void StateFetch::want()
{
    if (isBusy())
        return;
    const qint64 gone = m_sinceAsked.isValid() ? m_sinceAsked.elapsed() : m_timing.gap.count();
    if (gone >= m_timing.gap.count())
        ask();
    else
        m_pause.start(int(m_timing.gap.count() - gone));
}

quint64 StateFetch::wantNewer()
{
    if (m_isAsking) {
        m_askAgain = true;
        return m_number + 1;
    }
    want();
    return m_isAsking ? m_number : m_number + 1;
}

void StateFetch::complete(const QJsonObject &state)
{
    cancel();
    m_isAsking = true;
    ++m_number;
    takeState(state);
}

void StateFetch::cancel()
{
    m_pause.stop();
    m_http.cancel(std::exchange(m_call, 0));
    m_isAsking = false;
    m_askAgain = false;
}

void StateFetch::ask()
{
    m_isAsking = true;
    m_askAgain = false;
    ++m_number;
    m_sinceAsked.start();
    send(u"/api/state"_s, [this](const QJsonObject &state) { takeState(state); });
}

void StateFetch::send(const QString &path, const std::function<void(const QJsonObject &)> &take)
{
    RemoteRequest request{.path = path};
    request.timeout = m_timing.timeout;
    m_call = m_http.send(request, [this, take](const HttpReply &reply) {
        m_call = 0;
        if (reply.failure != HttpFailure::None || reply.status != 200)
            return fail(linkProblem(m_http.address(), reply));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(reply.body, &error);
        if (!document.isObject())
            return fail(notNova(m_http.address(), u"its answer is not JSON."_s));
        take(document.object());
    });
}

void StateFetch::takeState(QJsonObject state)
{
    const QJsonObject prompt = state[u"prompt"].toObject();
    if (prompt.contains(u"content") || !prompt.contains(u"content_url"))
        return conclude(state);
    if (m_prompt[u"revision"] == prompt[u"revision"])
        return takePrompt(state, m_prompt);
    send(u"/api/prompt"_s, [this, state](const QJsonObject &whole) {
        m_prompt = whole;
        takePrompt(state, whole);
    });
}

void StateFetch::takePrompt(QJsonObject state, const QJsonObject &prompt)
{
    QJsonObject known = state[u"prompt"].toObject();
    if (known[u"revision"] == prompt[u"revision"])
        known[u"content"] = prompt[u"content"];
    else
        known = prompt; // It changed between the two answers; the later one is right about all of it.
    state[u"prompt"] = known;
    conclude(state);
}

void StateFetch::conclude(const QJsonObject &state)
{
    m_isAsking = false;
    const bool again = std::exchange(m_askAgain, false);
    if (again)
        want();
    const quint64 number = m_isAsking ? m_number - 1 : m_number;
    Q_EMIT fetched(state, number);
}

void StateFetch::fail(const LinkProblem &problem)
{
    cancel();
    Q_EMIT failed(problem);
}

} // namespace nova
