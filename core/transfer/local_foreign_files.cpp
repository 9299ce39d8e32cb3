#include "core/transfer/local_foreign_files.h"

#include "core/documents/file_reading.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace nova
{

namespace
{

Result<QString> writeNew(const QString &path, const QByteArray &text, const QList<UsualPlace> &places)
{
    const QString real = realPathOf(path);
    for (const UsualPlace &place : places) {
        if (real == realPathOf(place.path))
            return failure(ErrorCode::Conflict,
                           u"This is the file of %1 itself, which Nova does not write. Save it elsewhere and take over "
                           "what you want."_s.arg(place.title),
                           path);
    }
    QFile file(path);
    if (file.exists())
        return failure(ErrorCode::Conflict, u"There is a file of this name already."_s, path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(ErrorCode::Io, u"It cannot be written: %1."_s.arg(file.errorString()), path);
    if (file.write(text) != text.size() || !file.flush()) {
        const QString problem = file.errorString();
        file.remove();
        return failure(ErrorCode::Io, u"It could not be written: %1."_s.arg(problem), path);
    }
    return path;
}

} // namespace

LocalForeignFiles::LocalForeignFiles(QString home, QList<UsualPlace> places)
    : m_home(std::move(home))
    , m_places(std::move(places))
{
}

LocalForeignFiles::~LocalForeignFiles() = default;

std::unique_ptr<LocalForeignFiles> LocalForeignFiles::ofThisUser()
{
    const QString home = QDir::homePath();
    return std::make_unique<LocalForeignFiles>(home, usualPlaces(home, QProcessEnvironment::systemEnvironment()));
}

Worker &LocalForeignFiles::worker()
{
    if (!m_worker)
        m_worker = std::make_unique<Worker>(u"nova-transfer"_s);
    return *m_worker;
}

QString LocalForeignFiles::absolute(const QString &path) const
{
    if (path == u"~" || path.startsWith(u"~/"))
        return m_home + path.sliced(1);
    return QDir(m_home).absoluteFilePath(path);
}

void LocalForeignFiles::find(Reply<QList<FoundPlace>> reply)
{
    worker().post([places = m_places, reply = std::move(reply)] { reply(findPlaces(places)); });
}

void LocalForeignFiles::read(QString path, Reply<QByteArray> reply)
{
    worker().post([path = absolute(path), reply = std::move(reply)] { reply(readForeignFile(path)); });
}

void LocalForeignFiles::write(QString path, QByteArray text, Reply<QString> reply)
{
    worker().post([path = absolute(path), text = std::move(text), places = m_places, reply = std::move(reply)] {
        reply(writeNew(path, text, places));
    });
}

} // namespace nova
