#!/usr/bin/env bash
# A whole plan of many hosts that are reached one by one, without a vCenter, beside eight govc at a time that only read the same of them (name,
# network, product, hardware). Each host is a vcsim of its own (src/ci/peers.sh brings it and govc). HOSTS=n for another size, CLIENTS=n
# for other than eight govc, DELAY=ms has every server wait before each answer, as a network and a busy host do. In turn; what counts is the ratio of the medians, of wall and of processor time.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
peers=${TWINPATH_PEERS:-$HOME/.cache/twinpath-peers/bin}
hosts=${HOSTS:-100}
clients=${CLIENTS:-8}
twinpath=${TWINPATH:-$twinpath}
export GOVC_INSECURE=1 GOVC_PERSIST_SESSION=false BENCH_PASSWORD=pass
# vcsim ends with its standard input: this one has no end before the script.
mkfifo "$work/hold" && exec 9<>"$work/hold"
servers=()

stopped() {
    { kill "${servers[@]}" && wait "${servers[@]}"; } 2>/dev/null || true
    finish
}
trap stopped EXIT

serving() {
    for ((i = 0; i < hosts; i++)); do
        "$peers/vcsim" -esx -vm 0 -delay "${DELAY:-0}" <&9 >"$work/vcsim-$i" 2>"$work/vcsim.err" &
        servers+=($!)
        # Not all at once: a machine of two processors has better things to do than to switch between a hundred starts.
        ((i % 10 != 9)) || ready $((i + 1))
    done
    ready "$hosts"
}

# usage: ready COUNT   the first so many have said where they are
ready() {
    local waited=0
    until [[ $(find "$work" -name 'vcsim-*' -size +0 | wc -l) -ge $1 ]]; do
        ((waited++ < 3000)) || { echo "vcsim is not ready after five minutes" >&2; exit 1; }
        sleep 0.1
    done
}

port() { sed -E 's|.*:([0-9]+)/.*|\1|' "$work/vcsim-$1"; }

# What the hosts are already.
spec() {
    local pin
    mkdir -p "$work/spec/inventory" "$work/spec/modules"
    pin=$(openssl s_client -connect "127.0.0.1:$(port 0)" </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256)
    {
        echo "project: {name: bench, connect: {via: [api]}}"
        echo "groups:"
        echo "  all_hosts:"
        echo "    hosts: [\"h[0:$((hosts - 1))].example\"]"
        echo "    vswitches: {vSwitch0: {mtu: 1500, port_groups: {VM Network: {vlan: 0}}}}"
        echo "hosts:"
        for ((i = 0; i < hosts; i++)); do
            echo "  h$i.example:"
            echo "    connect:"
            echo "      api: {address: 127.0.0.1, port: $(port $i), user: user, password: \"secret://env/BENCH_PASSWORD\", sha256: \"${pin#*=}\"}"
        done
    } >"$work/spec/inventory/site.yml"
    for ((i = 0; i < hosts; i++)); do port $i; done >"$work/ports"
}

plan() { "$twinpath" -C "$work/spec" plan; }

govc() {
    xargs -P "$clients" -I {} env GOVC_URL=https://user:pass@127.0.0.1:{}/sdk \
        "$peers/govc" collect -json -type HostSystem / name config.network config.product hardware <"$work/ports"
}

# usage: taken FILE COMMAND   adds a line with seconds of wall and of processor time
taken() {
    local TIMEFORMAT='%R %U %S'
    { time "$2" >"$work/out" 2>"$work/err"; } 2>>"$1" || { cat "$work/out" "$work/err" >&2; exit 1; }
}

middle() { awk -v what="$2" '{ print what == "wall" ? $1 : $2 + $3 }' "$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

[[ -n ${TWINPATH:-} ]] || { warm_up && machine; }
serving
spec
plan >"$work/out" && grep -q 'No changes' "$work/out" || { cat "$work/out" >&2; exit 1; }
for ((run = 0; run < runs; run++)); do
    taken "$work/plan" plan
    taken "$work/govc" govc
done
for what in wall processor; do
    awk -v what="$what" -v hosts="$hosts" -v clients="$clients" -v runs="$runs" \
        -v plan="$(middle "$work/plan" $what)" -v govc="$(middle "$work/govc" $what)" 'BEGIN {
        printf "%d hosts, %s time: plan %.2f s, xargs -P%d govc %.2f s, ratio %.2f (medians of %d pairs)\n",
            hosts, what, plan, clients, govc, plan / govc, runs }'
done
