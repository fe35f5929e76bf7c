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

# The first start builds, and the start-up caches are made in the background: wait for them, with a bound.
warm_up() {
    "$twinpath" version >/dev/null
    local waited=0
    until compgen -G "$root/target/start-up/*.all.*" >/dev/null; do
        ((waited++ < 60)) || { echo "no start-up caches after a minute; measuring without it"; return; }
        sleep 1
    done
}

# Sets and exports JAVA_HOME: the JDK that the launcher found.
use_launchers_jdk() {
    "$twinpath" version >/dev/null
    local hash
    read -r hash JAVA_HOME <"$root/target/twinpath-cli.known"
    export JAVA_HOME
}

# usage: site HOSTS   writes a simulated site of that size to $site
site() {
    site=$work/site.yml
    "$twinpath" lab generate --hosts "$1" >"$site"
}

# usage: project FOLDER   a spec that asks of the hosts of $site what they already are, but for some advanced options
project() {
    mkdir -p "$1/inventory"
    cp -R "$root/modules" "$1/modules"
    {
        echo "project: {name: bench}"
        echo "hardware: {intel-x520: {title: Intel X520, ids: [\"8086:10fb\"], confidence: documented, source: pci.ids}}"
        echo "groups:"
        echo "  storage_hosts:"
        echo "    hosts: [\"esxi[1:$(grep -c '^  esxi[0-9]*[.].*:$' "$site")].lab.example\"]"
        cat <<'YAML'
    use:
      - module: multipath-iscsi
        with:
          ports: [storage_a/0, storage_b/0]
          fabric_a: 10.20.0.0/16
          fabric_b: 10.21.0.0/16
          number: "{{ number }}"
          iqn: "iqn.1998-01.com.vmware:{{ host | split('.') | first }}"
          portals: [10.20.255.11, 10.21.255.11]
          vendor: LIO-ORG
    vswitches:
      vSwitch0:
        uplinks: [onboard/0, onboard/1]
        teaming: {active: [onboard/0], standby: [onboard/1], failback: true}
        port_groups:
          Management Network: {vlan: 0}
    advanced: {Misc.APDTimeout: 140}
YAML
    } >"$1/inventory/site.yml"
    # A file holds at most 10,000 values.
    awk -v folder="$1/inventory" '
            /^hosts:/ { hosts = 1 }
            /^vms:/ { hosts = 0 }
            hosts && /^  [^ ].*:$/ { name = $1 }
            hosts && /^ *"3": / { model = $0; sub(/.*model: /, "", model); sub(/,.*/, "", model) }
            hosts && /^ *vmk0: / {
                address = $0; sub(/.*ip: /, "", address); sub(/,.*/, "", address)
                split(address, part, /[.\/]/)
                if (known++ % 200 == 0) {
                    file = sprintf("%s/hosts-%02d.yml", folder, known / 200)
                    print "hosts:" >file
                }
                printf "  %s\n    vars: {number: %d}\n    cards:\n", name, part[3] * 256 + part[4] >file
                print  "      onboard: {model: broadcom-5720, pci: \"0000:01:00\"}" >file
                printf "      storage_a: {model: %s, slot: \"3\"}\n", model >file
                printf "      storage_b: {model: %s, slot: \"5\"}\n", model >file
                printf "    vmkernel:\n      vmk0: {port_group: Management Network, ip: %s, services: [management]}\n", address >file
            }' "$site"
}

# Starts $site as a process of its own; sets $endpoints and $log.
serve() {
    endpoints=$work/endpoints.json log=$work/log.jsonl
    "$twinpath" lab serve "$site" --endpoints "$endpoints" --log "$log" >"$work/lab.out" 2>&1 &
    lab=$!
    local waited=0
    until [[ -s $endpoints ]]; do
        kill -0 "$lab" 2>/dev/null || { cat "$work/lab.out" >&2; exit 1; }
        ((waited++ < 120)) || { echo "the simulated site is not ready after two minutes" >&2; exit 1; }
        sleep 1
    done
}
