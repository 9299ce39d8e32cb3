#pragma once

#include "core/restart/restart_runner.h"
#include "tests/restart/fake_compose.h"

#include <map>
#include <memory>
#include <optional>

namespace nova::test
{

/// For one test: programs in place of docker, a runner, and what it answered.
class RestartWorld
{
protected:
    void begin() { m_fake.emplace(); }
    /// Everybody was answered once, and nothing is left running.
    void end();

    RestartRunner &runner(RestartRules rules = {}, RestartRunner::Limits limits = {});
    void restart(const QString &service);
    /// The only answer for `service`.
    const Result<RestartResult> &answer(const QString &service) { return m_answers.at(service).at(0); }

    std::optional<FakeCompose> m_fake;
    std::unique_ptr<RestartRunner> m_runner;
    std::map<QString, std::vector<Result<RestartResult>>> m_answers;
};

} // namespace nova::test
