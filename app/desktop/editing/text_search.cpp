#include "app/desktop/editing/text_search.h"

#include <algorithm>

namespace nova
{

TextSearch::TextSearch(QObject *parent)
    : QObject(parent)
{
}

TextSearch::~TextSearch() = default;

void TextSearch::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    search();
}

void TextSearch::setWanted(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    search();
}

void TextSearch::setCaseSensitive(bool sensitive)
{
    if (sensitive == isCaseSensitive())
        return;
    m_case = sensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    search();
}

int TextSearch::next(int position) const
{
    if (m_places.isEmpty())
        return -1;
    const auto found = std::lower_bound(m_places.begin(), m_places.end(), position);
    return found == m_places.end() ? 0 : int(found - m_places.begin());
}

int TextSearch::previous(int position) const
{
    if (m_places.isEmpty())
        return -1;
    const auto found = std::lower_bound(m_places.begin(), m_places.end(), position);
    return found == m_places.begin() ? count() - 1 : int(found - m_places.begin()) - 1;
}

void TextSearch::search()
{
    m_places.clear();
    if (!m_wanted.isEmpty()) {
        for (qsizetype at = m_text.indexOf(m_wanted, 0, m_case); at >= 0;
             at = m_text.indexOf(m_wanted, at + m_wanted.size(), m_case))
            m_places.append(int(at));
    }
    Q_EMIT changed();
}

} // namespace nova
