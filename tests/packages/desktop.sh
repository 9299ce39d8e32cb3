# The window: installed with what it needs and no more, opened, closed, purged.
. "$(dirname "$0")/lib.sh"
mount_root
# A display of its own, beside those of the machine.
mkdir -p /tmp/.X11-unix "$root/tmp/.X11-unix"
mount -t tmpfs tmpfs /tmp/.X11-unix -o mode=1777
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

package=nova-settings
log=$root/tmp/window.log

echo "desktop: installed and opened"
apt install /root/"$(cd "$root/root" && echo nova-settings_*.deb)"
must "every library it needs is there" in_root sh -c '! ldd /usr/bin/nova-settings | grep "not found"'
must "the other package is not needed" test ! -e "$root/usr/bin/nova-settingsd"
in_root useradd -m somebody
mkfifo "$root/tmp/display"
Xvfb -displayfd 3 -nolock -screen 0 1280x860x24 -nolisten tcp 3<>"$root/tmp/display" >/dev/null 2>&1 &
read -r number <"$root/tmp/display"
export DISPLAY=:$number
in_root runuser -u somebody -- env -i -C /home/somebody HOME=/home/somebody LANG=C.UTF-8 PATH=/usr/bin:/bin "DISPLAY=$DISPLAY" \
  nova-settings >"$log" 2>&1 &
window=$!
wait_for "a window with a name" xdotool search --onlyvisible --name 'Nova Settings'
# It is drawn when it has more than a few colours.
drawn() { [ "$(xwd_colours)" -gt 20 ]; }
xwd_colours() { import -silent -window root -format '%k' info:- 2>/dev/null; }
if command -v import >/dev/null; then
  wait_for "a drawn window" drawn
  import -silent -window root "$(dirname "$(dirname "$root")")/packages-window.png"
fi
ok "the window is there"
must_not "every module of QML was there" grep -iE 'is not installed|no such|cannot|could not|error' "$log"
must "a first catalog was written" test -s "$root/home/somebody/.config/nova-settings/configs/mcp_servers.yaml"
in_root sh -c 'kill $(for p in /proc/[0-9]*; do [ "$(readlink "$p/exe")" = /usr/bin/nova-settings ] && echo "${p#/proc/}"; done)'
result=0
wait $window || result=$?
same "it ends when it is asked to" $result 0

echo "desktop: purged"
apt purge "$package"
same "it has left nothing but what belongs to the person" \
  "$(find "$root" -xdev \( -path "$root/root" -o -path "$root/var/cache/apt" -o -path "$root/home" \) -prune -o -name '*nova*' -print)" ""
must "what belongs to the person is there" test -s "$root/home/somebody/.config/nova-settings/configs/mcp_servers.yaml"
