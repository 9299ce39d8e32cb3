# Precompiled headers: most of the time that a file takes to compile goes into the same headers of Qt and the standard
# library. They are read once for each set of flags; the targets with these flags share the result.
#
# Only headers of the system belong here: one of ours would make everything be compiled again whenever it changes.
# A file still includes what it uses. The presets with clang compile without precompiled headers, so a missing include shows.
option(NOVA_PCH "Precompile the headers that nearly every file includes" ON)

set(NOVA_PRECOMPILED
  <QByteArray> <QCoreApplication> <QCryptographicHash> <QDateTime> <QDir> <QElapsedTimer> <QFile> <QFileInfo> <QHash>
  <QHostAddress> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QObject> <QPointer> <QRandomGenerator>
  <QRegularExpression> <QSet> <QString> <QStringList> <QTcpSocket> <QTimer> <QUrl> <QUuid>
  <algorithm> <array> <chrono> <deque> <functional> <map> <memory> <mutex> <optional> <string> <string_view> <thread>
  <utility> <variant> <vector> <tl/expected.hpp>)

# nova_precompile(target HEADERS…): the target compiles these headers, for itself and for those that reuse them.
function(nova_precompile target)
  if(NOVA_PCH)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# nova_reuse_precompiled(target owner): compiled with the flags of the owner, the target takes its headers.
function(nova_reuse_precompiled target owner)
  if(NOVA_PCH)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
endfunction()
