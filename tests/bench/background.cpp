#include "tests/bench/background.h"

namespace nova::bench
{

Background::Background(Work work)
    : m_done(std::async(std::launch::async, std::move(work), m_stop.get_token()))
{
}

Background::~Background()
{
    m_stop.request_stop();
}

void Background::finish()
{
    m_stop.request_stop();
    m_done.get();
}

} // namespace nova::bench
