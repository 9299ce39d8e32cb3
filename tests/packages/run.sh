#!/usr/bin/env bash
# tests/packages/run.sh FOLDER: judges the packages in the folder, then installs them into a clean Debian, in a folder of its
# own, and does with them what administrators do. `./dev test` builds the packages and calls it. Needs root for the folder.
# With NOVA_KEEP=1 the folders stay, to look into after a failure.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
packages=$(readlink -f "$1")
if [ "$(id -u)" != 0 ]; then exec sudo --preserve-env=http_proxy,https_proxy,NOVA_DEBIAN_MIRROR "$0" "$@"; fi

# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
cache=$(dirname "$packages")/packages-cache
base=$cache/$release-$(dpkg --print-architecture).tar
scratch=$(dirname "$packages")/packages-test
mkdir -p "$cache/archives/partial"

echo "packages: lintian, AppStream, desktop entry"
# There is no homepage to name yet. AppStream of Debian 13 warns of that and lintian there of AppStream; those of 12 know
# neither word. All else AppStream finds is judged below.
homepage=() appstream=()
if appstreamcli --version | grep -qE ' [1-9][0-9]*\.'; then
  homepage=(--override=url-homepage-missing=info) appstream=(--suppress-tags appstream-metadata-validation-failed)
fi
lintian --fail-on error,warning --tag-display-limit 0 "${appstream[@]}" "$packages"/*.deb 2>&1 | grep -v '^running with root' || [ "${PIPESTATUS[0]}" = 0 ]
rm -rf "$scratch" && mkdir -p "$scratch"
[ -n "${NOVA_KEEP:-}" ] || trap 'rm -rf --one-file-system "$scratch"' EXIT
for file in "$packages"/*.deb; do dpkg-deb -x "$file" "$scratch/unpacked"; done
appstreamcli validate --no-net "${homepage[@]}" "$scratch"/unpacked/usr/share/metainfo/*.xml
desktop-file-validate "$scratch"/unpacked/usr/share/applications/*.desktop

# A clean system is made once for each release.
if [ ! -e "$base" ]; then
  echo "a clean $release (once)"
  eatmydata debootstrap --variant=minbase --include=sudo "$release" "$scratch/base" \
    "${NOVA_DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$scratch/debootstrap.log" || { tail "$scratch/debootstrap.log" >&2; exit 1; }
  rm -f "$scratch"/base/var/cache/apt/archives/*.deb
  echo force-unsafe-io >"$scratch/base/etc/dpkg/dpkg.cfg.d/quick"
  printf '%s\n' 'APT::Install-Recommends "false";' 'APT::Get::Assume-Yes "true";' 'Acquire::Languages "none";' \
    'APT::Keep-Downloaded-Packages "true";' 'DPkg::Use-Pty "false";' 'APT::Sandbox::User "root";' 'Debug::NoLocking "true";' >"$scratch/base/etc/apt/apt.conf.d/quick"
  tar -C "$scratch/base" -cf "$base.part" . && mv "$base.part" "$base"
  rm -rf --one-file-system "$scratch/base"
fi

prepare() { # script, what the folder gets at hand beside the package it is about…
  local root=$scratch/$1
  mkdir "$root" && tar -C "$root" -xf "$base"
  cp "$packages/$2"_*.deb "$root/root/"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  # With the network of the machine only what is missing is fetched; all the rest happens without.
  unshare --mount --fork bash -euo pipefail -c '
    mount --bind "$2" "$1/var/cache/apt/archives"
    fetch() { chroot "$1" sh -c "apt-get install -qq --download-only /root/*.deb $2" >"$1/root/fetch.log" 2>&1; }
    fetch "$1" "$3" || { chroot "$1" apt-get update -qq && fetch "$1" "$3"; } || { cat "$1/root/fetch.log" >&2; exit 1; }
  ' - "$root" "$cache/archives" "${*:3}"
}
run() { # script: in namespaces of its own, which end with all that it started
  unshare --mount --pid --net --fork --kill-child bash -euo pipefail -c '
    mount --bind "$2" "$1/var/cache/apt/archives"
    root=$1 exec bash "$3"
  ' - "$scratch/$1" "$cache/archives" "$here/$1.sh"
}

page=$here/../../docs/operations/installing.md
export page
prepare headless nova-settings-headless curl
prepare desktop nova-settings
prepare image nova-settings-headless systemd-standalone-sysusers
run desktop >"$scratch/desktop.log" 2>&1 & desktop=$!
result=0
run headless || result=1
run image || result=1
wait $desktop || result=1
cat "$scratch/desktop.log"
exit $result
