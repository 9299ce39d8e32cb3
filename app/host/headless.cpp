#include "app/host/headless.h"

#include "app/host/nova_host.h"
#include "app/host/service_manager.h"
#include "app/host/unix_signals.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <malloc.h>

using namespace Qt::StringLiterals;

namespace nova
{

void prepareProcess()
{
    // GLib's dispatcher looks at every socket for each write: with thousands of clients most of the time goes there.
    qputenv("QT_NO_THREADED_GLIB", "1");
    // One arena of memory for all threads: those of their own grow a page at a time, each by a system call, and keep
    // what the other threads could use.
    ::mallopt(M_ARENA_MAX, 1);
    // A peer that is gone shows as an error of the write, not as the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication::setApplicationName(u"nova-settings"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(NOVA_VERSION));
}

void complain(const QString &message)
{
    std::fprintf(stderr, "nova-settings: %s\n", qUtf8Printable(message));
}

int runHeadless(QCoreApplication &application, const CommandLine &command)
{
    const auto host = NovaHost::create(command);
    const auto started = host ? (*host)->start(true) : Result<void>(tl::unexpected(host.error()));
    if (!started) {
        complain(started.error().message);
        return 2;
    }
    // Before it says that it is there: whoever reads that may end it at once.
    UnixSignals signals_;
    ServiceManager manager([&](const Mailbox::Work &answered) { (*host)->rollCall(answered); });
    const auto tellWhere = [&] {
        const QString where = (*host)->listening().address;
        const QString problem = (*host)->stateProblem();
        manager.setStatus((where.isEmpty() ? u"Serving nowhere"_s : u"Serving at %1/"_s.arg(where)) +
                          (problem.isEmpty() ? problem : QString(u". " + problem)));
    };
    QObject::connect(&signals_, &UnixSignals::hangUp, &application, [&] {
        (*host)->logger().info("host"_L1, u"reloading"_s);
        manager.reload([&] { (*host)->reload(); });
    });
    QObject::connect(host->get(), &NovaHost::settingsChanged, &manager, tellWhere);
    QObject::connect(&signals_, &UnixSignals::terminate, &application, [&] {
        (*host)->logger().info("host"_L1, u"ending"_s);
        manager.stopping();
        application.quit();
    });

    const auto &[address, code] = (*host)->listening();
    std::printf("Nova Settings %s is serving at %s/\n", NOVA_VERSION, qUtf8Printable(address));
    if (!code.isEmpty())
        std::printf(
            "Open %s/#login=%s\n(The link works once, within the hour; after that sign in with what «token» prints.)\n",
            qUtf8Printable(address), code.constData());
    std::fflush(stdout);
    tellWhere();
    manager.ready();

    const int code_ = application.exec();
    (*host)->stop();
    return code_;
}

} // namespace nova
