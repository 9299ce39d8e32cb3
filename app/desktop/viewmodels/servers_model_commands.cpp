#include "app/desktop/viewmodels/server_words.h"
#include "app/desktop/viewmodels/servers_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What somebody asks of a row, shown at once and settled with the answer.

namespace nova
{

void ServersModel::toggleByName(const QString &name)
{
    toggle(rowOf(name));
}

void ServersModel::toggle(int row)
{
    if (row < 0 || row >= count())
        return;
    Row &target = m_rows[row];
    const NovaStatePtr state = m_service.state();
    if (!state->link->isUp()) // What is not there cannot be asked; anything else it says itself.
        return showProblem(target.entry.name, whyNotEditable(*state));
    target.asked = !target.wanted();
    target.problem.clear();
    const bool wanted = *target.asked;
    const QString name = target.entry.name, url = target.entry.url;
    rowChanged(row, {WantedRole, PendingRole, ProblemRole});
    m_toggles.ask(name, wanted, url);
}

void ServersModel::settle(const QString &name, bool enabled, const QString &problem)
{
    const int place = rowOf(name);
    if (place >= 0) {
        Row &row = m_rows[place];
        if (problem.isEmpty())
            row.entry.enabled = enabled; // The state of a remote Nova may come a moment later.
        if (!m_toggles.isWaiting(name))
            row.asked.reset();
        rowChanged(place, {WantedRole, PendingRole});
    }
    if (!problem.isEmpty())
        showProblem(name, problem);
}

void ServersModel::showProblem(const QString &name, const QString &problem)
{
    if (const int place = rowOf(name); place >= 0) {
        m_rows[place].problem = problem;
        rowChanged(place, {ProblemRole});
    }
    Q_EMIT failed(name, problem);
}

void ServersModel::moveBy(const QString &name, int places)
{
    const int row = rowOf(name);
    const int target = row + places;
    if (row < 0 || target < 0 || target >= count())
        return;
    const int before = places > 0 ? target + 1 : target;
    moveBefore(name, before < count() ? m_rows[before].entry.name : QString());
}

void ServersModel::moveBefore(const QString &name, const QString &before)
{
    const int from = rowOf(name);
    const int to = before.isEmpty() ? count() : rowOf(before);
    if (from < 0 || to < 0 || to == from || to == from + 1)
        return;
    const NovaStatePtr state = m_service.state();
    if (const QString why = whyNotEditable(*state); !why.isEmpty())
        return showProblem(name, why);
    m_rows[from].problem.clear();
    m_rows[from].moving = true;
    rowChanged(from, {PendingRole, ProblemRole});
    m_moves.ask(name, before);
    showMoves();
}

void ServersModel::showMoves()
{
    for (const auto &[name, before] : m_moves.open()) {
        const int from = rowOf(name);
        const int to = before.isEmpty() ? count() : rowOf(before);
        if (from < 0 || to < 0 || to == from || to == from + 1)
            continue;
        beginMoveRows({}, from, from, {}, to);
        m_rows.move(from, to > from ? to - 1 : to);
        endMoveRows();
    }
}

void ServersModel::settleMove(const QString &name, const QString &problem)
{
    if (const int place = rowOf(name); place >= 0 && !m_moves.isOpen(name)) {
        m_rows[place].moving = false;
        rowChanged(place, {PendingRole});
    }
    if (problem.isEmpty())
        return;
    // Back to where it is in the file.
    const QList<ServerEntry> &servers = m_catalog->servers;
    for (int place = 0; place < int(servers.size()); ++place)
        placeRow(place, servers[place]);
    showMoves();
    showProblem(name, problem);
}

} // namespace nova
