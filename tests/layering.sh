#!/usr/bin/env bash
# The layers of the house: core <- server <- app; qml sees view models only; core links nothing with a screen.
# Looks at what the files include and at what the finished programs link.
set -euo pipefail
cd "$1"
failed=0
complain() { echo "layering: $1" >&2; failed=1; }

# includes_only FOLDER ALLOWED…: every #include "a/b.h" of the folder begins with one of the allowed names.
includes_only() {
  local folder=$1; shift
  local allowed; allowed=$(IFS='|'; echo "$*")
  local found
  found=$(grep -rnE '^#include "' --include='*.h' --include='*.cpp' "$folder" | grep -vE "#include \"($allowed)/" || true)
  [ -z "$found" ] || complain "$folder may include only $*:"$'\n'"$found"
}
includes_only core core
includes_only server core server
includes_only app core server app
includes_only app/desktop/viewmodels core app/desktop

# Inside core: values and machinery know nothing of the service that puts them together.
found=$(grep -rn '#include "core/service/' core --include='*.h' --include='*.cpp' | grep -v '^core/service/' || true)
[ -z "$found" ] || complain "only core/service knows core/service:"$'\n'"$found"

found=$(grep -rnE '#include <(QGui|QWidget|QQml|QQuick|QApplication|QIcon|QColor|QPainter|QDBus)' core server app/host app/cli app/headless || true)
[ -z "$found" ] || complain "nothing with a screen below the desktop:"$'\n'"$found"

found=$(grep -rnE 'setContextProperty' app qml || true)
[ -z "$found" ] || complain "QML gets typed objects, no context properties:"$'\n'"$found"

for program in build/*/bin/nova-settingsd; do
  [ -e "$program" ] || continue
  if readelf -d "$program" | grep -E 'NEEDED.*(Qt6Gui|Qt6Widgets|Qt6Qml|Qt6Quick|Qt6DBus)'; then
    complain "$program links a GUI library"
  fi
done
exit $failed
