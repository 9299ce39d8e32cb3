# The service: installed, used, upgraded, removed, found again, purged; then what the manual page says, as it says it.
. "$(dirname "$0")/lib.sh"
mount_root

package=nova-settings-headless
unit=nova-settingsd.service
etc=$root/etc/nova-settings
notes=$root/run/units/$unit
catalog=$etc/configs/mcp_servers.yaml
url=http://127.0.0.1:8765

installed_file() { (cd "$root" && echo root/"$package"_*.deb | sed 's,^,/,'); }
leftovers() {
  find "$root" -xdev \( -path "$root/root" -o -path "$root/var/cache/apt" -o -path "$root/home" \) -prune -o -name '*nova*' -print
}
call() { curl -sS -f -m 20 -H "Authorization: Bearer $token" "$@"; }
owned_by_others() { find "$root/etc/nova-settings" "$root/var/lib/nova-settings" ! -user "$(in_root id -u nova-settings)"; }
pid() { cat "$notes.pid"; }
manager_says() { grep -qx "$1" "$notes.words"; }

echo "service: where systemd does not run"
apt install "$(installed_file)"
must_not "it needs no graphical library" grep -E '^(libqt6(gui|widgets|qml|quick)|libx11-6|libwayland|libgl1$|libegl)' \
  <(in_root dpkg-query -W -f '${Package}\n')
must "every library it needs is there" in_root sh -c '! ldd /usr/bin/nova-settingsd | grep "not found"'
must "the service is to start with the machine" test -L "$root/etc/systemd/system/multi-user.target.wants/$unit"
must_not "nothing was started" test -e "$notes.pid"
must "systemd has no complaint of the unit" test -z "$(in_root systemd-analyze verify --man=no "$unit" 2>&1)"
must "nor of the one for a person" test -z "$(in_root env XDG_RUNTIME_DIR=/tmp systemd-analyze verify --user --man=no "/usr/lib/systemd/user/$unit" 2>&1)"
must "its exposure is under 2 of 10" in_root systemd-analyze security --offline=true --threshold=20 "/usr/lib/systemd/system/$unit"
apt purge "$package"
must_not "purged, it leaves no unit switched on" test -L "$root/etc/systemd/system/multi-user.target.wants/$unit"

echo "service: a first installation"
in_root dpkg-divert --quiet --local --rename --divert /bin/systemctl.real /bin/systemctl
install "$(dirname "$0")/systemctl" "$root/bin/systemctl"
mkdir -p "$root/run/systemd/system"
apt install "$(installed_file)"
must "it runs, and told systemd that it is ready" manager_says READY=1
same "it runs as nova-settings" "$(stat -c %u:%g "$root/proc/$(pid)")" "$(in_root id -u nova-settings):$(in_root id -g nova-settings)"
same "only the service reads what is there" "$(stat -c %a "$etc" "$etc/configs" "$catalog" "$root/var/lib/nova-settings" | tr '\n' ' ')" "750 750 640 700 "
must "it is ready for callers" curl -sS -f "$url/ready"
must "it is alive" curl -sS -f "$url/health"
must "the web page is served" grep -q '<title>' <(curl -sS -f "$url/")
must_not "a stranger is refused" curl -sS -f "$url/api/mcp"
token=$(in_root nova-settingsd --system token)
must "the token that root asks for is the one of the service" call "$url/api/mcp"
must "the list names the servers" grep -q gmail <(in_root nova-settingsd --system list)
same "root's commands left nothing of root's" "$(owned_by_others)" ""

echo "service: its main job"
cp "$catalog" "$root/root/before.yaml"
sed '0,/enabled: true/s//enabled: false/' "$catalog" >"$root/root/expected.yaml"
quietly in_root nova-settingsd --system toggle gmail off
must "a switch changes one word" cmp "$root/root/expected.yaml" "$catalog"
same "the file keeps owner and mode" "$(stat -c '%U %a' "$catalog")" "$(stat -c '%U' "$etc") 640"
in_root systemctl reload nova-settingsd
wait_for "the reload" manager_says RELOADING=1
wait_for "readiness after the reload" bash -c "[ \$(grep -cx READY=1 $notes.words) -ge 2 ]"
ok "a reload is told to systemd, and its end"
before=$(pid)
in_root systemctl restart nova-settingsd
must "another process runs" test "$before" != "$(pid)"
must "the switch survived the restart, and so did the token" grep -q '"enabled": *false' <(call "$url/api/mcp/gmail")

echo "service: an upgrade"
echo '# A note of the administrator' >>"$catalog"
rm "$etc/prompts/NOVA_SYSTEM_PROMPT.md"
cp "$catalog" "$root/root/mine.yaml"
cp -a "$etc/configs/nova.yaml" "$root/root/nova.yaml"
dpkg-deb -R "$root$(installed_file)" "$root/root/next"
sed -i 's/^Version: .*/Version: 99.0-1/' "$root/root/next/DEBIAN/control"
echo '# Another default' >>"$root/root/next/usr/share/nova-settings/defaults/mcp_servers.yaml"
(cd "$root/root/next" && find usr -type f -exec md5sum {} + >DEBIAN/md5sums)
dpkg-deb --root-owner-group -Znone -b "$root/root/next" "$root/root/next.deb" >/dev/null
before=$(pid)
apt install /root/next.deb
same "the new version is there" "$(in_root dpkg-query -W -f '${Version}' "$package")" 99.0-1
must "it was restarted" test "$before" != "$(pid)"
must "what people wrote stayed" cmp "$root/root/mine.yaml" "$catalog"
must "the settings stayed" cmp "$root/root/nova.yaml" "$etc/configs/nova.yaml"
must_not "what they removed stayed away" test -e "$etc/prompts/NOVA_SYSTEM_PROMPT.md"
must "the token still holds" call "$url/api/mcp"
in_root systemctl disable nova-settingsd
in_root systemctl stop nova-settingsd
apt install --allow-downgrades "$(installed_file)"
must_not "a service that was switched off stays off" in_root systemctl is-active nova-settingsd
must_not "with the next start, too" in_root systemctl is-enabled nova-settingsd
in_root systemctl enable nova-settingsd
in_root systemctl start nova-settingsd

echo "service: removed, installed again, purged"
apt remove "$package"
must "it ended by itself" grep -qx 0 "$notes.exit"
must "it said so to systemd" manager_says STOPPING=1
must "what people wrote is kept" cmp "$root/root/mine.yaml" "$catalog"
must "the state is kept" test -s "$root/var/lib/nova-settings/token"
apt install "$(installed_file)"
must "installed again, it runs" curl -sS -f "$url/ready"
must "with what was there" cmp "$root/root/mine.yaml" "$catalog"
must "and with the token" call "$url/api/mcp"
apt purge "$package"
must_not "purged, it is gone" curl -sS -m 5 "$url/health"
same "and has left nothing but its account's name" "$(leftovers)" ""
must "the account stays" in_root id nova-settings

echo "service: what docs/operations/installing.md says"
rm -r "$root/root/next" "$root/root/next.deb"
apt install curl
# The page's blocks for an installed system, one after the other, as one script.
awk '/^<!-- world: /{world=$3} /^```/{if(inside){inside=0; world=""; next} if($0=="```sh" && world=="installed"){inside=1; print "echo \"  line " NR "\""; next} world=""} inside' \
  "$page" >"$root/root/page.sh"
must "it has commands for this system" grep -q apt "$root/root/page.sh"
if ! in_root env -C /root bash -euo pipefail page.sh >"$root/root/page.log" 2>&1; then
  cat "$root/root/page.log" >&2
  fail "a command of the page"
fi
same "all of them work, and the last ones leave nothing" "$(leftovers)" ""
