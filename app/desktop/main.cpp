#include "app/cli/commands.h"
#include "app/cli/printing.h"
#include "app/desktop/connections/connections.h"
#include "app/desktop/connections/keychain_store.h"
#include "app/desktop/desktop_app.h"
#include "app/desktop/host_settings.h"
#include "app/desktop/single_instance.h"
#include "app/desktop/translations.h"
#include "app/host/headless.h"
#include "app/host/nova_host.h"
#include "app/host/system_user.h"
#include "app/host/unix_signals.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace
{

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// What needs no screen is done without one.
nova::Result<int> runWithoutScreen(int argc, char *argv[], nova::CommandLine &command)
{
    QCoreApplication application(argc, argv);
    auto read = nova::readCommandLine(application.arguments());
    if (!read)
        return tl::unexpected(read.error());
    command = *read;
    if (const auto taken = nova::takeSystem(command); !taken)
        return tl::unexpected(taken.error());
    if (const auto code = nova::runCommand(command))
        return *code;
    if (command.headless)
        return nova::runHeadless(application, command);
    return -1;
}

nova::DesktopApp::Options optionsFrom(const nova::Settings::Desktop &settings)
{
    return {settings.theme,        settings.notifications, settings.startInTray,        settings.healthAlerts,
            settings.mutedServers, settings.closeToTray,   settings.contrast == u"high"};
}

int runDesktop(int argc, char *argv[], const nova::CommandLine &command)
{
    nova::DesktopApp::prepare();
    QApplication application(argc, argv);
    nova::SingleInstance instance(nova::SingleInstance::runtimeFolder(),
                                  nova::findLocations(command.root, command.state).root);
    const auto standing = instance.settle(command.connect);
    if (!standing) {
        nova::complain(standing.error().message);
        return 1;
    }
    if (*standing == nova::SingleInstance::Standing::Second) {
        nova::print(u"Nova Settings is open already; its window comes to the front."_s);
        return 0;
    }
    auto host = nova::NovaHost::create(command);
    if (!host) {
        nova::complain(host.error().message);
        return 2;
    }
    const nova::Translations translations((*host)->settings().desktop.language);
    (*host)->openSettings();
    bool started = false;
    const auto startLocal = [&]() -> nova::Result<nova::NovaService *> {
        if (!started) {
            if (const auto result = (*host)->start(command.serve); !result)
                return tl::unexpected(result.error());
            started = true;
        }
        return &(*host)->nova();
    };
    nova::KeychainStore secrets;
    nova::Connections connections((*host)->locations().state + u"/connections.json"_s, secrets, startLocal);
    QString refused;
    const auto whileStarting = QObject::connect(&connections, &nova::ConnectionsHost::failed, &application,
                                                [&refused](const QString &reason) { refused = reason; });
    if (command.connect.isEmpty() || command.serve)
        connections.use({});
    if (!command.connect.isEmpty() && refused.isEmpty())
        connections.connectTo(command.connect, qEnvironmentVariable("NOVA_CONNECT_TOKEN"), false);
    QObject::disconnect(whileStarting);
    if (!refused.isEmpty()) {
        nova::complain(refused);
        return 2;
    }
    nova::HostSettings settings(**host);
    nova::DesktopApp desktop(connections.service(), optionsFrom((*host)->settings().desktop),
                             {&settings, &connections});
    QObject::connect(&settings, &nova::SettingsHost::changed, &desktop,
                     [&] { desktop.apply(optionsFrom((*host)->settings().desktop)); });
    QObject::connect(&instance, &nova::SingleInstance::openRequested, &desktop, [&](const QString &address) {
        if (!address.isEmpty())
            connections.connectTo(address, {}, false);
        desktop.open();
    });
    nova::UnixSignals signalled;
    QObject::connect(&signalled, &nova::UnixSignals::hangUp, &application, [&] { (*host)->reload(); });
    QObject::connect(&signalled, &nova::UnixSignals::terminate, &desktop, &nova::DesktopApp::end);
    const int code = desktop.exec();
    (*host)->stop();
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    nova::prepareProcess();
    nova::CommandLine command;
    const auto done = runWithoutScreen(argc, argv, command);
    if (!done) {
        nova::complain(done.error().message);
        return 2;
    }
    if (*done >= 0)
        return *done;
    if (!hasDisplay()) {
        nova::complain(u"There is no display to open a window on. Serve the web page with --headless."_s);
        return 2;
    }
    return runDesktop(argc, argv, command);
}
