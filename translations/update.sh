#!/usr/bin/env bash
# The texts of the window in other languages: brings translations/nova_*.ts up to date with the sources, or with --check
# says what is missing in them and changes nothing.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
lupdate=${LUPDATE:-$(qtpaths6 --query QT_HOST_BINS 2>/dev/null || echo /usr/lib/qt6/bin)/lupdate}

update() { # files…
  local said
  # It complains of C++ that it cannot follow, all of which has no texts.
  said=$("$lupdate" -no-obsolete -locations none -source-language en -I . app core qml -ts "$@" 2>&1) || { echo "$said" >&2; exit 1; }
}

[ "${1:-}" = --check ] || { update translations/nova_*.ts; exit; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp translations/nova_*.ts "$folder"
update "$folder"/nova_*.ts
failed=0
for file in translations/nova_*.ts; do
  if ! diff -u "$file" "$folder/${file##*/}"; then
    echo "$file is not up to date with the sources: run ./dev translate" >&2
    failed=1
  fi
  if grep -n -B 3 'type="unfinished"' "$file"; then
    echo "$file has texts that are not translated" >&2
    failed=1
  fi
done
exit $failed
