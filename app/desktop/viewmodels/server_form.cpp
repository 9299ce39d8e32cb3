#include "app/desktop/viewmodels/server_form.h"

namespace nova
{

ServerForm::ServerForm(NovaService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

ServerForm::~ServerForm() = default;

} // namespace nova
