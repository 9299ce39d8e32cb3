#include "app/desktop/translations.h"

#include <QGuiApplication>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

/// English is what the sources are written in; the others are in translations/.
const QStringList &languages()
{
    static const QStringList codes{u"en"_s, u"de"_s, u"ar"_s};
    return codes;
}

/// How dates and numbers are written beside texts of that language.
QLocale localeFor(const QString &language, const QLocale &system)
{
    const QLocale::Language wanted = QLocale(language).language();
    const bool plain = wanted == QLocale::English && system.language() == QLocale::C;
    QLocale locale =
        plain || system.language() == wanted ? system : QLocale(wanted, QLocale::AnyScript, system.territory());
    // Half of the numbers come without a locale. Those of one sentence are written with the same digits.
    if (locale.zeroDigit() != u"0")
        locale = QLocale(wanted, QLocale::UnitedArabEmirates);
    return locale;
}

} // namespace

Translations::Translations(const QString &setting)
    : m_directionBefore(QGuiApplication::layoutDirection())
    , m_language(languageFor(setting, QLocale::system().uiLanguages()))
{
    const QLocale locale = localeFor(m_language, m_localeBefore);
    // Qt's own texts, where the system has them; ours go before them.
    load(u"qtbase_"_s + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(u"nova_"_s + m_language, u":/translations"_s);
    QLocale::setDefault(locale);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

Translations::~Translations()
{
    m_translators.clear();
    QLocale::setDefault(m_localeBefore);
    QGuiApplication::setLayoutDirection(m_directionBefore);
}

void Translations::load(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

QString Translations::languageFor(const QString &setting, const QStringList &wanted)
{
    if (languages().contains(setting))
        return setting;
    for (const QString &tag : wanted) {
        const QString code = tag.section(u'-', 0, 0);
        if (languages().contains(code))
            return code;
    }
    return languages().first();
}

} // namespace nova
