#include "tests/restart/restart_world.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace nova::test
{

void RestartWorld::end()
{
    for (const auto &[service, answers] : m_answers)
        QCOMPARE(answers.size(), std::size_t(1));
    m_answers.clear();
    QTRY_COMPARE(m_fake->alive(), 0);
    m_runner.reset();
    m_fake.reset();
}

RestartRunner &RestartWorld::runner(RestartRules rules, RestartRunner::Limits limits)
{
    rules.allowedServices = {u"web"_s, u"db"_s, u"mail"_s, u"cache"_s, u"queue"_s};
    if (rules.folder.isEmpty())
        rules.folder = m_fake->path(u"."_s);
    m_runner = std::make_unique<RestartRunner>(rules, limits);
    return *m_runner;
}

void RestartWorld::restart(const QString &service)
{
    const auto started =
        m_runner->start(service, [this, service](const auto &result) { m_answers[service].push_back(result); });
    QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    QVERIFY2(!m_answers.contains(service), "later, not at once");
}

} // namespace nova::test
