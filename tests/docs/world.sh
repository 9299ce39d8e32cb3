# Prepares what the commands of a page find, runs them, and ends what it started. In a network of its own, in which the
# well-known ports are free. Called with: kind of world, the page's script, a scratch folder.
set -euo pipefail
kind=$1 script=$2 scratch=$3
ip link set lo up
trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT

export HOME=$scratch/home NOVA_PROJECT PYTHONDONTWRITEBYTECODE=1
unset "${!XDG_@}" "${!NOVA_SERVER@}" NOVA_ROOT NOVA_STATE_DIR
export PATH=$scratch/bin:$PATH
root=$scratch/nova
mkdir -p "$HOME" "$scratch/bin" "$root"
cp -r "$NOVA_PROJECT/configs" "$NOVA_PROJECT/prompts" "$root"
rm -rf "$root"/configs/backups "$root"/prompts/versions
printf 'restart:\n  allowed_services: [mcp_gmail]\nhealth:\n  interval_s: 0\n' >"$root/configs/nova.yaml"
ln -s "$NOVA_SETTINGSD" "$scratch/bin/nova-settingsd"
cp "$NOVA_PROJECT"/tests/docs/stand_ins/* "$scratch/bin"
rm "$scratch/bin/dev"
ln -s /usr/bin/python3 "$scratch/bin/python3" # Debian's, which has Debian's packages.

wait_for() { # command…: until it succeeds
  for _ in $(seq 300); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.05
  done
  echo "this did not come: $*" >&2
  return 1
}

cd "$root"
if grep -q redis "$script"; then
  redis-server --bind 127.0.0.1 --port 6379 --save '' --dir "$scratch" >/dev/null &
  wait_for redis-cli ping
  export NOVA_REDIS_URL=redis://127.0.0.1:6379
fi
nova-settingsd >"$scratch/nova.out" 2>"$scratch/nova.log" &
wait_for curl -sf http://127.0.0.1:8765/health
[ -z "${NOVA_REDIS_URL:-}" ] || wait_for grep -q '"category":"redis","message":"connected"' "$scratch/nova.log"
unset NOVA_REDIS_URL

# A block that goes on until Ctrl+C: it has to say something within the time, while things happen that it may tell of.
until_it_says_something() {
  local out=$scratch/said
  : >"$out"
  setsid bash -euo pipefail "$1" >"$out" 2>&1 &
  local block=$! token
  token=$(cd "$root" && nova-settingsd token)
  for _ in $(seq 300); do
    if [ -s "$out" ]; then
      kill -- "-$block" || { cat "$out" >&2; return 1; }
      wait "$block" || true
      return 0
    fi
    kill -0 "$block" 2>/dev/null || { echo "it ended by itself" >&2; return 1; }
    curl -s -o "$scratch/sent" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
      -d '{"type":"task_updated","data":{"counts":{"pending":1}}}' http://127.0.0.1:8765/ws/broadcast || true
    redis-cli publish nova_events "{\"id\":\"$(cat /proc/sys/kernel/random/uuid)\",\"type\":\"task_updated\",\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"source\":\"docs\",\"data\":{\"counts\":{\"pending\":1}}}" >"$scratch/sent" 2>&1 || true
    sleep 0.1
  done
  echo "it says nothing" >&2
  return 1
}
export -f until_it_says_something
export scratch root

if [ "$kind" = repository ]; then
  mkdir "$scratch/clone"
  for entry in "$NOVA_PROJECT"/*; do ln -s "$entry" "$scratch/clone"; done
  rm "$scratch/clone/dev"
  cp "$NOVA_PROJECT/tests/docs/stand_ins/dev" "$scratch/clone/dev"
  cd "$scratch/clone"
fi
bash -euo pipefail "$script"
