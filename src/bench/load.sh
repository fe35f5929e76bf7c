#!/usr/bin/env bash
# Loading a large spec: files to typed resources, modules and templates worked out.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
hosts=${HOSTS:-1000}
warm_up
machine
site "$hosts"
project "$work/project"
measure "validate, $hosts hosts" 0 "$twinpath" -C "$work/project" validate
