#!/usr/bin/env bash
# in_debian.sh RELEASE COMMAND…: carries a command out in this project's folder on another Debian (12 or 13), in a folder
# that debootstrap makes: build/debian-RELEASE. Needs root, and nothing but Debian's packages.
#
# What is committed or changed here goes along, files that git does not know do not. The folder stays, with its packages, its
# build and its compiler cache, so the next time is quicker. To begin anew, remove it.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."

release=${1:?"the release is missing: 12 or 13"}; shift
case $release in
  12) name=bookworm ;;
  13) name=trixie ;;
  *) echo "in_debian: Debian $release is not one that Nova Settings is made for; 12 and 13 are" >&2; exit 2 ;;
esac
[ "$(id -u)" = 0 ] || { echo "in_debian: a Debian of its own needs root: sudo $0 $release $*" >&2; exit 1; }

folder=$PWD/build/debian-$release
root=$folder/root
if [ ! -d "$root" ]; then
  mkdir -p "$folder"
  rm -rf "$folder/new" # What an earlier try left behind.
  debootstrap --variant=minbase --include=ca-certificates,git "$name" "$folder/new" >"$folder/debootstrap.log" 2>&1 || {
    tail -20 "$folder/debootstrap.log" >&2
    exit 1
  }
  # Thousands of small files are unpacked here: nobody minds when a crash loses them.
  echo force-unsafe-io >"$folder/new/etc/dpkg/dpkg.cfg.d/quick"
  printf '#!/bin/sh\nexit 101\n' >"$folder/new/usr/sbin/policy-rc.d" && chmod +x "$folder/new/usr/sbin/policy-rc.d"
  mv "$folder/new" "$root"
fi

# The machine's way to the network goes along: names, and the authorities it trusts.
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp /etc/hosts "$root/etc/hosts"
if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
  cp /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/"
  chroot "$root" update-ca-certificates >/dev/null 2>&1
fi

# The commit, or one that nobody sees with what is changed but not committed.
commit=$(git stash create)
[ -d "$root/nova/.git" ] || git init -q "$root/nova"
git -c protocol.file.allow=always push -q --force "$root/nova" "${commit:-HEAD}:refs/heads/under-test"
git -C "$root/nova" checkout -q --force --detach under-test
git -C "$root/nova" clean -fdq

# Mounts, processes and shared memory of its own: what is left over ends with the command.
export root
exec unshare --mount --pid --fork --kill-child bash -c '
  set -euo pipefail
  mount --bind "$root" "$root" # What is started there may want mounts of its own, for which / has to be one.
  mount -t proc proc "$root/proc"
  mount --rbind /sys "$root/sys"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
  keep=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8
        CI="${CI:-}" DEBIAN_FRONTEND=noninteractive NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt)
  for variable in http_proxy https_proxy no_proxy; do
    [ -z "${!variable:-}" ] || keep+=("$variable=${!variable}")
  done
  # Not exec: the first process of its kind has to outlive the others and to take in their orphans.
  chroot "$root" env -i "${keep[@]}" bash -c "cd /nova && exec \"\$@\"" - "$@"
' - "$@"
