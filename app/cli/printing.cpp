#include "app/cli/printing.h"

#include <QJsonDocument>

#include <cstdio>

namespace nova
{

void print(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
}

void print(const QJsonObject &object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
}

} // namespace nova
