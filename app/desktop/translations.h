#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>
#include <memory>
#include <vector>

namespace nova
{

/// The language of the window, from construction to destruction: its texts, the direction they run in, and how dates
/// and numbers are written. Made after the QApplication and before anything with a text.
class Translations
{
public:
    /// `setting` is that of `desktop.language`: "system", or the code of a language.
    explicit Translations(const QString &setting);
    ~Translations();

    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;

    /// The code of the language that is shown: "en", "de" or "ar".
    [[nodiscard]] QString language() const { return m_language; }
    /// The language to show, where people would like `wanted`, the dearest first.
    [[nodiscard]] static QString languageFor(const QString &setting, const QStringList &wanted);

private:
    void load(const QString &file, const QString &folder);

    const QLocale m_localeBefore;
    const Qt::LayoutDirection m_directionBefore;
    const QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace nova
