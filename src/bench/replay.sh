#!/usr/bin/env bash
# The whole way from text and recorded answers to a plan, without a network.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
hosts=${HOSTS:-1000}
warm_up
machine
site "$hosts"
project "$work/project"
serve
"$twinpath" -C "$work/project" --lab "$endpoints" observe --record "$work/recording" >/dev/null
measure "plan, $hosts hosts, replayed" 0 "$twinpath" -C "$work/project" plan --replay "$work/recording"
