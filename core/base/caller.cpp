#include "core/base/caller.h"

using namespace Qt::StringLiterals;

namespace nova
{

QString toString(Origin origin)
{
    switch (origin) {
    case Origin::Ui:
        return u"ui"_s;
    case Origin::Api:
        return u"api"_s;
    case Origin::File:
        return u"file"_s;
    case Origin::Remote:
        return u"remote"_s;
    }
    return {};
}

} // namespace nova
