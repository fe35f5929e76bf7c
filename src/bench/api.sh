#!/usr/bin/env bash
# A whole plan over a vCenter's API, beside one govc that only reads the same hosts (name, network, product, hardware). Both ask vcsim
# (src/ci/peers.sh brings it and govc), in turn: what counts is the ratio of the medians. HOSTS="4 100 1000" for other sizes.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
peers=${TWINPATH_PEERS:-$HOME/.cache/twinpath-peers/bin}
sizes=${HOSTS:-4 100}
# vcsim ends with its standard input: this one has no end before the script.
mkfifo "$work/hold" && exec 9<>"$work/hold"
export GOVC_INSECURE=1 GOVC_PERSIST_SESSION=false BENCH_PASSWORD=pass

# usage: vcsim OPTIONS...   sets $lab and $port, which the end of the script or of a size ends
vcsim() {
    rm -f "$work/vcsim.out"
    "$peers/vcsim" "$@" <&9 >"$work/vcsim.out" 2>"$work/vcsim.err" &
    lab=$!
    local waited=0
    until [[ -s $work/vcsim.out ]]; do
        kill -0 "$lab" 2>/dev/null || { cat "$work/vcsim.err" >&2; exit 1; }
        ((waited++ < 6000)) || { echo "vcsim is not ready after ten minutes" >&2; exit 1; }
        sleep 0.1
    done
    port=$(sed -E 's|.*:([0-9]+)/.*|\1|' "$work/vcsim.out")
    export GOVC_URL=https://user:pass@127.0.0.1:$port/sdk
}

ended() {
    { kill "$lab" && wait "$lab"; } 2>/dev/null || true
    lab=
}

# usage: vcenter HOSTS   with names that a spec can have: what vcsim makes is saved, renamed and loaded. govc saves object by object, of
# 1,000 hosts for minutes, so what it saved is kept for the next time.
vcenter() {
    local kept=$peers/../inventories/$1
    if [[ ! -d $kept ]]; then
        vcsim -host $(($1 - 1)) -vm 0
        "$peers/govc" object.save -d "$work/saved" >/dev/null 2>"$work/err"
        ended
        find "$work/saved" -name '*.xml' -exec sed -i -E \
            -e 's/\bDC0_C0_H([0-9]+)\b/h\1.example/g' -e "s/\bDC0_H0\b/h$(($1 - 1)).example/g" {} +
        mkdir -p "$peers/../inventories"
        mv "$work/saved" "$kept.$$" && mv -T "$kept.$$" "$kept"
    fi
    vcsim -load "$kept"
}

# usage: spec HOSTS   what the hosts are already
spec() {
    local pin
    pin=$(openssl s_client -connect "127.0.0.1:$port" </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256)
    rm -rf "$work/spec" && mkdir -p "$work/spec/inventory" "$work/spec/modules"
    cat >"$work/spec/inventory/site.yml" <<YAML
project:
  name: bench
  connect:
    via: [api]
    api: {address: 127.0.0.1, port: $port, user: user, password: "secret://env/BENCH_PASSWORD", sha256: "${pin#*=}"}
groups:
  all_hosts:
    hosts: ["h[0:$(($1 - 1))].example"]
    vswitches: {vSwitch0: {mtu: 1500, port_groups: {VM Network: {vlan: 0}}}}
YAML
    awk -v hosts="$1" -v folder="$work/spec/inventory" 'BEGIN {
        for (i = 0; i < hosts; i++) {
            file = folder "/hosts-" int(i / 500) ".yml"
            if (i % 500 == 0) print "hosts:" >file
            print "  h" i ".example: {}" >file
        }
    }'
}

plan() { timed 0 "$twinpath" -C "$work/spec" plan; }
govc() { timed 0 "$peers/govc" collect -json -type HostSystem / name config.network config.product hardware; }

middle() { sort -n "$1" | awk '{ wall[NR] = $1 / 1e6 } END { print wall[int((NR + 1) / 2)] }'; }

warm_up
machine
for hosts in $sizes; do
    vcenter "$hosts"
    spec "$hosts"
    plan && grep -q 'No changes' "$work/out" || { cat "$work/out" >&2; exit 1; }
    govc
    : >"$work/plan" && : >"$work/govc"
    for ((run = 0; run < runs; run++)); do
        for what in plan govc; do
            rm -f "$work/samples"
            "$what"
            cat "$work/samples" >>"$work/$what"
        done
    done
    awk -v hosts="$hosts" -v plan="$(middle "$work/plan")" -v govc="$(middle "$work/govc")" -v runs="$runs" '
        $2 > memory { memory = $2 }
        END { printf "%5d hosts: plan %.3f s, govc %.3f s, ratio %.1f, peak of the plan %d MiB (medians of %d pairs)\n",
              hosts, plan, govc, plan / govc, memory / 1024, runs }' "$work/plan"
    ended
done
