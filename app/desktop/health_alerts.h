#pragma once

#include "app/desktop/notice.h"
#include "core/service/nova_state.h"

#include <QHash>
#include <chrono>
#include <optional>

namespace nova
{

/// Decides when people are told that servers went down or came back. A pure machine: it is given how the servers are
/// and what time it is, and says what to tell and when to ask it again.
///
/// What happens within a moment is told at once and together. After that a server tells nothing more for a while, and
/// then only what is different from what was told: one that flaps is no news. The first look after the start is told
/// as a whole, and only where something is down.
class HealthAlerts
{
public:
    /// Of a clock that only goes forward.
    using Time = std::chrono::milliseconds;

    struct Options {
        QStringList muted{};     ///< Servers that are never told of.
        Time together{2'000};    ///< What goes within this time is one message.
        Time quiet{10'000};      ///< For so long after a message a server says nothing more.
        Time firstRound{60'000}; ///< The first look is over by then, whoever has not answered.
        bool quietBegin = false; ///< What is down at the first look is known already.
    };

    HealthAlerts(const Options &options, Time now);
    ~HealthAlerts();

    /// The servers that are never told of, from now on.
    void setMuted(const QStringList &names) { m_options.muted = names; }

    /// How the servers are now.
    void take(const NovaState &state, Time now);
    /// What is to be told now, if anything.
    [[nodiscard]] std::optional<Notice> tell(Time now);
    /// When to call tell() if nothing is taken before; nothing while nothing is open.
    [[nodiscard]] std::optional<Time> next() const;

private:
    enum class Known { Nothing, Up, Down };
    struct Server {
        Known is = Known::Nothing;
        Known told = Known::Nothing;
        Time since{0};      ///< When `is` began.
        Time quietUntil{0}; ///< Nothing is told before.
        bool restartable = false;
    };

    void endFirstRound();
    [[nodiscard]] static Known knownFrom(HealthStatus status);
    [[nodiscard]] bool isFirstRoundOver(const NovaState &state, Time now) const;
    [[nodiscard]] static bool isNews(const Server &server);
    [[nodiscard]] Time due(const Server &server) const;
    [[nodiscard]] QStringList stillDown(const QStringList &but) const;
    [[nodiscard]] Notice words(const QStringList &down, const QStringList &back) const;

    Options m_options;
    Time m_begin;
    bool m_firstRound = true;
    QStringList m_order; ///< Names as in the catalog.
    QHash<QString, Server> m_servers;
};

} // namespace nova
