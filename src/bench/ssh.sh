#!/usr/bin/env bash
# A plan over real SSH connections, and what it costs the hosts: round trips and esxcli invocations, from the site's own log.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
hosts=${HOSTS:-100}
runs=${RUNS:-5}
warm_up
machine
site "$hosts"
project "$work/project"
serve
"$twinpath" -C "$work/project" --lab "$endpoints" plan >/dev/null
# A line with "command" is one round trip, a line with "esxcli" one call of that program.
awk '
    match($0, /"host": *"[^"]*"/) {
        host = substr($0, RSTART, RLENGTH)
        if ($0 ~ /"command":/) commands[host]++
        if ($0 ~ /"esxcli":/) calls[host]++
    }
    END {
        for (host in commands) {
            asked++
            sum += calls[host]
            if (commands[host] > worst) worst = commands[host]
            if (calls[host] > most) most = calls[host]
        }
        printf "%d hosts asked; round trips: at most %d a host; esxcli: %.1f a host on average, at most %d\n",
            asked, worst, asked ? sum / asked : 0, most
    }' "$log"
measure "plan, $hosts hosts over SSH" 0 "$twinpath" -C "$work/project" --lab "$endpoints" plan
