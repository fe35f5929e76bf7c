#!/usr/bin/env bash
# A plan over real SSH connections, and what it costs the hosts: round trips and esxcli invocations, from the site's own log.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
hosts=${HOSTS:-100}
warm_up
machine
project "$work/project" "$hosts"
serve "$hosts"
: >"$log"
"$twinpath" -C "$work/project" --lab "$endpoints" plan >"$work/out" 2>"$work/err" || (($? == 2 || $? == 3)) || cat "$work/err" >&2
awk -v hosts="$hosts" '
    match($0, /"host": *"[^"]*"/) { host = substr($0, RSTART, RLENGTH); trips[host]++; calls[host] += gsub(/esxcli /, "&") }
    END {
        for (h in trips) { seen++; if (trips[h] > worst) worst = trips[h]; sum += calls[h]; if (calls[h] > most) most = calls[h] }
        printf "%d of %d hosts asked; commands received: at most %d a host; esxcli: %.1f a host on average, at most %d\n",
            seen, hosts, worst, seen ? sum / seen : 0, most
    }' "$log"
runs=${RUNS:-5}
measure "plan, $hosts hosts over SSH" 0,2,3 "$twinpath" -C "$work/project" --lab "$endpoints" plan
