#include "core/service/nova_service.h"

namespace nova
{

NovaService::~NovaService() = default;

} // namespace nova
