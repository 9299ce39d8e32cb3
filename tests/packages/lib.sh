# What the scripts in this folder share. $root is a clean Debian in a folder.
set -euo pipefail

ok() { echo "  ok: $*"; }
exec 3>&2 # Also where the output of what failed goes elsewhere.
fail() {
  trap - ERR
  tail -n 40 "$root"/run/units/*.log "$root"/root/test.log "$root"/tmp/*.log 2>/dev/null >&3 || true
  echo "FAILED: $*" >&3
  exit 1
}
trap 'fail "line $LINENO of ${BASH_SOURCE[0]}: $BASH_COMMAND"' ERR
set -E

# A command in the folder. What it says is kept for the case that something fails.
in_root() { chroot "$root" "$@"; }
quietly() { "$@" >>"$root/root/test.log" 2>&1; }
apt() { quietly in_root apt-get "$@"; }

# Looks again and again until it is so, for a minute at most.
wait_for() { # what, command…
  local what=$1 end=$((SECONDS + 60)); shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || fail "waited in vain: $what"
    sleep 0.1
  done
}

must() { # what, command…
  local what=$1; shift
  if "$@" >/dev/null; then ok "$what"; else fail "$what ($*)"; fi
}
must_not() { # what, command…
  local what=$1; shift
  if "$@" >/dev/null 2>&1; then fail "$what ($*)"; else ok "$what"; fi
}
same() { # what, is, should be
  [ "$2" = "$3" ] || fail "$1: «$2», not «$3»"
  ok "$1"
}

# The folder of this run as a system of its own: processes and network end with it, nothing of the machine is in it.
mount_root() {
  mount -t tmpfs tmpfs "$root/run"
  mount -t tmpfs tmpfs "$root/tmp" -o mode=1777
  mount -t proc proc "$root/proc"
  mount -t tmpfs tmpfs "$root/dev" -o mode=755
  local device
  for device in null zero random urandom tty; do touch "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; done
  ln -s /proc/self/fd "$root/dev/fd"
  mkdir "$root/dev/shm"
  ip link set lo up
}
