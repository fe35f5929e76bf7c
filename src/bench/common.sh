# Sourced by the benchmarks: where the project is, and how a command is measured. Needs bash 5 and GNU time.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
twinpath=$root/twinpath
runs=${RUNS:-11}
work=$(mktemp -d)
lab=

finish() {
    [[ -z $lab ]] || { kill "$lab" && wait "$lab"; } 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

# usage: expect CODES COMMAND...   CODES are the exit codes that count as done, joined by commas
expect() {
    local codes=,$1, status=0
    shift
    "$@" || status=$?
    [[ $codes == *,$status,* ]] || { echo "exit code $status from: $*" >&2; tail -n 20 "$work/err" >&2; exit 1; }
}

timed() {
    local from=$EPOCHREALTIME
    expect "$1" /usr/bin/time -f %M -o "$work/rss" "${@:2}" >"$work/out" 2>"$work/err"
    local to=$EPOCHREALTIME
    echo "$((${to/./} - ${from/./})) $(tail -n 1 "$work/rss")" >>"$work/samples"
}

# usage: measure NAME CODES COMMAND...   one run to warm up, then $RUNS runs
measure() {
    local name=$1
    shift
    timed "$@"
    : >"$work/samples"
    for ((run = 0; run < runs; run++)); do timed "$@"; done
    sort -n "$work/samples" | awk -v name="$name" '
        { wall[NR] = $1 / 1e6; if ($2 > memory) memory = $2 }
        END { printf "%-44s median %.3f s   fastest %.3f   slowest %.3f   peak %d MiB   (%d runs)\n",
              name, wall[int((NR + 1) / 2)], wall[1], wall[NR], memory / 1024, NR }'
}

machine() {
    echo "commit $(git -C "$root" describe --always --dirty), $(nproc) processors, $(uname -srm)"
    "$twinpath" version 2>/dev/null | head -n 3
}

# The first start builds, and the start-up cache is made in the background: wait for both, with a bound.
warm_up() {
    "$twinpath" version >/dev/null
    local waited=0
    until compgen -G "$root/target/start-up/*.aot" >/dev/null || compgen -G "$root/target/start-up/*.jsa" >/dev/null; do
        ((waited++ < 60)) || { echo "no start-up cache after a minute; measuring without it"; return; }
        sleep 1
    done
}

# usage: project FOLDER HOSTS   a project of that many hosts like those of the committed inventory
project() {
    mkdir -p "$1/inventory"
    cp -R "$root/modules" "$1/modules"
    {
        echo "project: {name: bench}"
        echo "groups:"
        echo "  storage_hosts:"
        echo "    hosts: [\"esxi[1:$2].bench.local\"]"
        echo "    use:"
        echo "      - module: multipath-iscsi"
        echo "        with: {fabric_a: 10.20.0.0/16, fabric_b: 10.21.0.0/16, mtu: 9000, ports: [storage_a/0, storage_b/0]}"
        echo "hosts:"
        seq 1 "$2" | awk '{
            printf "  esxi%d.bench.local:\n    vars: {id: %d}\n", $1, $1
            print  "    cards:"
            print  "      onboard:   {model: broadcom-5720, pci: \"0000:01:00\"}"
            print  "      storage_a: {model: broadcom-57810, slot: \"3\"}"
            print  "      storage_b: {model: broadcom-57810, slot: \"5\"}"
            print  "    vswitches:"
            print  "      vSwitch0:"
            print  "        uplinks: [onboard/0, onboard/1]"
            print  "        teaming: {active: [onboard/0], standby: [onboard/1], failback: true}"
            print  "        port_groups:"
            print  "          Management Network: {vlan: 0}"
            print  "    vmkernel:"
            printf "      vmk0: {port_group: Management Network, ip: 10.0.%d.%d/16, services: [management]}\n", int($1 / 250), $1 % 250 + 1
            print  "    advanced: {Misc.APDHandlingEnable: 1, Misc.APDTimeout: 140}"
        }'
    } >"$1/inventory/site.yml"
}

# usage: serve HOSTS   starts a simulated site; sets $endpoints and $log
serve() {
    endpoints=$work/endpoints.json log=$work/log.jsonl
    "$twinpath" lab generate --hosts "$1" >"$work/site.yml"
    "$twinpath" lab serve "$work/site.yml" --endpoints "$endpoints" --log "$log" >"$work/lab.out" 2>&1 &
    lab=$!
    local waited=0
    until [[ -s $endpoints ]]; do
        kill -0 "$lab" 2>/dev/null || { cat "$work/lab.out" >&2; exit 1; }
        ((waited++ < 120)) || { echo "the simulated site is not ready after two minutes" >&2; exit 1; }
        sleep 1
    done
}
