#include "app/cli/terminal.h"

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

bool wantsColour(const QString &when)
{
    if (when != u"auto")
        return when == u"always";
    return isTerminal(STDOUT_FILENO) && qEnvironmentVariableIsEmpty("NO_COLOR") &&
           qEnvironmentVariable("TERM") != u"dumb";
}

const char *codeOf(Paint::Tint tint)
{
    switch (tint) {
    case Paint::Tint::Good:
        return "32";
    case Paint::Tint::Bad:
        return "31";
    case Paint::Tint::Attention:
        return "33";
    case Paint::Tint::Quiet:
        return "2";
    case Paint::Tint::Strong:
        break;
    }
    return "1";
}

} // namespace

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

int terminalWidth()
{
    winsize size = {};
    if (!isTerminal(STDOUT_FILENO) || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

QString harmless(const QString &text)
{
    QString result = text;
    for (QChar &letter : result) {
        const bool obeyed = letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format ||
                            letter == QChar::LineSeparator || letter == QChar::ParagraphSeparator;
        if (obeyed)
            letter = u' ';
    }
    return result;
}

Paint::Paint(const QString &when)
    : m_on(wantsColour(when))
{
}

QString Paint::operator()(Tint tint, const QString &text) const
{
    return m_on && !text.isEmpty() ? u"\x1b[%1m%2\x1b[0m"_s.arg(QLatin1StringView(codeOf(tint)), text) : text;
}

Progress::Progress(const QString &text)
    : m_text(text)
{
    if (!isTerminal(STDERR_FILENO) || qEnvironmentVariable("TERM") == u"dumb")
        return;
    m_since.start();
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { show(); });
    m_timer.start(500);
}

Progress::~Progress()
{
    if (m_shown)
        std::fputs("\r\x1b[K", stderr);
}

void Progress::say(const QString &text)
{
    m_text = text;
    if (m_shown)
        show();
}

void Progress::show()
{
    m_shown = true;
    const QString line = u"%1 … %2 s"_s.arg(harmless(m_text)).arg(m_since.elapsed() / 1000);
    std::fprintf(stderr, "\r\x1b[K%s", qUtf8Printable(line));
}

} // namespace nova
