#!/usr/bin/env bash
# Start-up: what a person waits for when there is nothing to do.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
warm_up
machine
measure "version" 0 "$twinpath" version
measure "validate, committed site" 0 "$twinpath" -C "$root" validate
TWINPATH_AOT=off measure "validate without the start-up cache" 0 "$twinpath" -C "$root" validate
