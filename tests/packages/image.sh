# The image: what the final stage of packaging/Dockerfile does, done in this folder; then started and asked as a container is.
. "$(dirname "$0")/lib.sh"
mount_root

dockerfile() { node "$(dirname "$0")/../fleet/dockerfile.mjs" "$1"; }
environment=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
user=0:0
volumes=()

echo "image: built"
while IFS= read -r -d '' step; do
  text=${step#* }
  case ${step%% *} in
    RUN) quietly in_root env -i "${environment[@]}" HOME=/root /bin/sh -c "$text" ;;
    COPY) cp "$root"/root/nova-settings-headless_*.deb "$root/tmp/" ;;
    ENV) read -r -a more <<<"$text"; environment+=("${more[@]}") ;;
    USER) user=$text ;;
    WORKDIR) folder=$text ;;
    VOLUME) read -r -a volumes <<<"$(tr -d '[]",' <<<"$text")" ;;
    FROM | EXPOSE | ENTRYPOINT | HEALTHCHECK) ;;
    *) fail "an instruction that is not known here: $step" ;;
  esac
done < <(dockerfile steps)
mapfile -d '' -t entrypoint < <(dockerfile entrypoint)
mapfile -d '' -t healthcheck < <(dockerfile healthcheck)
must "every library it needs is there" in_root sh -c '! ldd /usr/bin/nova-settingsd | grep "not found"'
must "it needs no graphical library and no systemd" \
  test -z "$(in_root dpkg-query -W -f '${Package}\n' | grep -E '^(libqt6(gui|widgets|qml|quick)|libx11-6|libwayland|libgl1$|libegl|systemd$)' || true)"
must_not "nothing of the build is left" ls "$root"/tmp/*.deb
for volume in "${volumes[@]}"; do same "$volume belongs to its user" "$(stat -c %u:%g "$root$volume")" "$user"; done

# As packaging/docker-compose.yml has it: nothing but the volumes can be written.
mount --rbind "$root" "$root"
for volume in "${volumes[@]}"; do mount --bind "$root$volume" "$root$volume"; done
mount -o remount,bind,ro "$root"
enter() { exec chroot --userspec="$user" "$root" env -i -C "$folder" "${environment[@]}" HOME=/ "$@"; }
in_container() { (enter "$@"); }

echo "image: started"
must_not "its disk is read-only" in_root touch /etc/a-file
must_not "its user is not root" test "$(in_container id -u)" = 0
enter "${entrypoint[@]}" >"$root/tmp/container.log" 2>&1 &
container=$!
wait_for "the health check" in_container "${healthcheck[@]}"
url=http://127.0.0.1:8765
must "the web page is served" grep -q '<title>' <(curl -sS -f "$url/")
must_not "a stranger is refused" curl -sS -f "$url/api/mcp"
token=$(in_container "${entrypoint[@]}" token)
call() { curl -sS -f -m 20 -H "Authorization: Bearer $token" "$@"; }
must "a server is switched" call -X PUT -H 'Content-Type: application/json' -d '{"enabled": false}' "$url/api/mcp/gmail/toggle"
must "the file says so" grep -q 'enabled: false' "$root/etc/nova-settings/configs/mcp_servers.yaml"
kill "$container"
result=0
wait "$container" || result=$?
same "it ends when it is asked to" $result 0
must_not "then the health check fails" in_container "${healthcheck[@]}"
