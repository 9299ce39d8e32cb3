#include "tests/integration/kept_texts.h"

#include "tests/support/scratch.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace nova::test
{

static QByteArray digitsOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(12);
}

bool KeptText::isWhole() const
{
    return id.endsWith(u'-' + QString::fromLatin1(digitsOf(text)));
}

QStringList keptIds(const QString &folder)
{
    QStringList ids;
    const QFileInfoList files = QDir(folder).entryInfoList({u"*.yaml"_s, u"*.md"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        ids.append(file.completeBaseName());
    return ids;
}

KeptText keptText(const QString &folder, const QString &id)
{
    const QStringList names = QDir(folder).entryList({QString(id + u".*")}, QDir::Files);
    return {id, names.size() == 1 ? Scratch::read(folder + u'/' + names.first()) : QByteArray()};
}

bool isKept(const QString &folder, const QByteArray &text)
{
    const QString end = u'-' + QString::fromLatin1(digitsOf(text));
    const QStringList ids = keptIds(folder);
    return std::any_of(ids.begin(), ids.end(),
                       [&](const QString &id) { return id.endsWith(end) && keptText(folder, id).text == text; });
}

QStringList temporariesBelow(const QString &folder)
{
    QStringList found;
    QDirIterator walk(folder, {u".*.nova-*.tmp"_s}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext())
        found.append(walk.next());
    return found;
}

} // namespace nova::test
