#include "tests/app/served_host.h"

#include "server/auth/token_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nova::test
{

ServedHost::ServedHost(const QByteArray &settings, As as, const CommandLine &command)
{
    Scratch::write(file(), settings);
    CommandLine placed = command;
    placed.root = m_files.path();
    placed.state = m_files.path(u"state"_s);
    auto host = NovaHost::create(placed);
    if (!host)
        qFatal("%s", qPrintable(host.error().message));
    m_host = std::move(*host);
    if (const auto started = m_host->start(as == As::Headless); !started)
        qFatal("%s", qPrintable(started.error().message));
}

ServedHost::~ServedHost()
{
    m_host->stop();
}

quint16 ServedHost::port() const
{
    return quint16(QUrl(m_host->listening().address).port(0));
}

QString ServedHost::token() const
{
    return QString::fromLatin1(TokenFile(m_host->locations().state).loadOrCreate().value());
}

QByteArray ServedHost::request(const QByteArray &line, QByteArray json, const QByteArray &headers) const
{
    QByteArray bytes = line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) +
                       "\r\nAuthorization: Bearer " + token().toLatin1() + "\r\n" + headers;
    if (!json.isEmpty())
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n";
    return bytes + "\r\n" + json.replace('\'', '"');
}

ServedHost::Answer ServedHost::call(const QByteArray &line, QByteArray json, const QByteArray &headers) const
{
    return {exchangeWith(port(), request(line, std::move(json), headers))};
}

QJsonObject ServedHost::Answer::json() const
{
    return QJsonDocument::fromJson(bodyOf(bytes)).object();
}

QJsonObject ServedHost::Answer::setting(const QString &name) const
{
    const QJsonArray settings = json()[u"settings"].toArray();
    for (const QJsonValue &setting : settings) {
        if (setting[u"name"] == name)
            return setting.toObject();
    }
    return {};
}

QStringList ServedHost::Answer::paths() const
{
    QStringList paths;
    const QJsonArray errors = json()[u"errors"].toArray();
    for (const QJsonValue &error : errors)
        paths.append(error[u"path"].toString());
    return paths;
}

} // namespace nova::test
