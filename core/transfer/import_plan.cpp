#include "core/transfer/import_plan.h"

#include "core/transfer/foreign_values.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace nova
{

QList<ImportItem> planImport(const ForeignConfig &config, const QList<ServerEntry> &catalog)
{
    QStringList taken;
    QHash<QString, QString> known; // Names by address.
    for (const ServerEntry &entry : catalog) {
        taken.append(entry.name);
        known.insert(comparableUrl(entry.url), entry.name);
    }
    QHash<QString, QString> planned;
    QList<ImportItem> plan;
    for (const ForeignServer &server : config.servers) {
        ImportItem item{server, ImportItem::Kind::New, server.name, {}};
        const QString url = comparableUrl(server.url);
        if (!server.obstacle.isEmpty()) {
            item.kind = ImportItem::Kind::Impossible;
            item.why = server.obstacle;
        } else if (const auto present = known.constFind(url); present != known.cend()) {
            item.kind = ImportItem::Kind::Present;
            item.why = *present == server.name ? u"It is in the catalog already."_s
                                               : u"Its address is in the catalog already, as %1."_s.arg(*present);
        } else if (const auto earlier = planned.constFind(url); earlier != planned.cend()) {
            item.kind = ImportItem::Kind::Present;
            item.why = u"It has the address of %1 above."_s.arg(*earlier);
        } else {
            item.name = allowedName(server.name, taken);
            if (!isServerName(server.name))
                item.why =
                    u"“%1” cannot be a name in the catalog: letters, digits, dots, underscores and hyphens can."_s.arg(
                        server.name.left(80));
            else if (item.name != server.name)
                item.why = u"There is another %1 already."_s.arg(server.name);
            taken.append(item.name);
            planned.insert(url, item.name);
        }
        plan.append(item);
    }
    return plan;
}

} // namespace nova
