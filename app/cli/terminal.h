#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTimer>

namespace nova
{

[[nodiscard]] bool isTerminal(int descriptor);
/// How many columns the terminal behind the standard output has; 0 where it is none.
[[nodiscard]] int terminalWidth();

/// A text of somebody else on one line, without what a terminal would obey.
[[nodiscard]] QString harmless(const QString &text);

/// Colours for the standard output, where they are wanted.
class Paint
{
public:
    enum class Tint { Good, Bad, Attention, Quiet, Strong };

    /// `when` is "auto", "always" or "never"; auto is on a terminal, if neither NO_COLOR nor TERM=dumb is against it.
    explicit Paint(const QString &when);

    [[nodiscard]] QString operator()(Tint tint, const QString &text) const;

private:
    const bool m_on;
};

/// A line on the standard error stream that says what is being waited for, where that is a terminal and it takes a
/// moment. It is gone when the object is.
class Progress
{
public:
    explicit Progress(const QString &text);
    ~Progress();
    Q_DISABLE_COPY_MOVE(Progress)

    void say(const QString &text);

private:
    void show();

    QString m_text;
    bool m_shown = false;
    QElapsedTimer m_since;
    QTimer m_timer;
};

} // namespace nova
