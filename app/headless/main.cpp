#include "app/cli/commands.h"
#include "app/host/headless.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    nova::prepareProcess();
    QCoreApplication application(argc, argv);
    const auto command = nova::readCommandLine(application.arguments());
    if (!command) {
        nova::complain(command.error().message);
        return 2;
    }
    if (const auto code = nova::runCommand(*command))
        return *code;
    return nova::runHeadless(application, *command);
}
