#include "app/cli/commands.h"
#include "app/host/headless.h"
#include "app/host/system_user.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    nova::prepareProcess();
    QCoreApplication application(argc, argv);
    auto command = nova::readCommandLine(application.arguments());
    if (const auto taken = command ? nova::takeSystem(*command) : nova::Result<void>(); !taken)
        command = tl::unexpected(taken.error());
    if (!command) {
        nova::complain(command.error().message);
        return 2;
    }
    if (const auto code = nova::runCommand(*command))
        return *code;
    return nova::runHeadless(application, *command);
}
