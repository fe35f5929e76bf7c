#!/usr/bin/env bash
# The whole way from text and recorded answers to a plan, without a network. One simulated host is recorded and its answers stand
# for every host, so addresses differ and each host has changes to plan.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
hosts=${HOSTS:-1000}
warm_up
machine
serve 1
project "$work/project" 1
"$twinpath" -C "$work/project" --lab "$endpoints" observe --record "$work/one" >/dev/null
recorded=$(find "$work/one" -mindepth 1 -maxdepth 1 -type d | head -n 1)
project "$work/project" "$hosts"
mkdir "$work/replay"
for ((host = 1; host <= hosts; host++)); do cp -R "$recorded" "$work/replay/esxi$host.bench.local"; done
# 3: where the recorded cards differ from the spec, the plan asks for a person; that is an answer too.
measure "plan, $hosts hosts, replayed" 0,2,3 "$twinpath" -C "$work/project" plan --replay "$work/replay"
