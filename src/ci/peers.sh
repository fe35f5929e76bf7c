#!/usr/bin/env bash
# Brings the programs that the tests of the API are tried against: govc, vcsim and pyVmomi, each of one pinned version.
# Usage: peers.sh            installs what is missing and prints where it is, or what is missing and why
# They go to $TWINPATH_PEERS (default: ~/.cache/twinpath-peers/bin), where the tests look for them. Every wait is bounded.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=${TWINPATH_PEERS:-$HOME/.cache/twinpath-peers/bin}
pyvmomi=9.1.1.0
old_govmomi=v0.30.0 # the last that a Go before 1.23 builds in one step
mkdir -p "$bin" || exit 1
bin=$(cd "$bin" && pwd)
missing=()

packages() {
    [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null || return 1
    DEBIAN_FRONTEND=noninteractive timeout 300 apt-get -q update &&
        DEBIAN_FRONTEND=noninteractive timeout 600 apt-get -q install -y --no-install-recommends "$@"
}

go_minor() { go version 2>/dev/null | sed -n 's/^go version go1\.\([0-9]*\).*/\1/p'; }

# What they are built from: a change of it builds them anew.
sources() { cat "$here"/peers/go.* "$here"/peers/*/*.go | sha256sum; }

govmomi() {
    [[ -x $bin/govc && -x $bin/vcsim && $(cat "$bin/.sources" 2>/dev/null) == $(sources) ]] && return
    command -v go >/dev/null || packages golang-go ca-certificates >/dev/null || return 1
    local minor
    minor=$(go_minor)
    if ((${minor:-0} >= 23)); then
        (cd "$here/peers" && GOBIN=$bin timeout 900 go install ./govc ./vcsim) || return 1
    else
        for program in govc vcsim; do
            GOBIN=$bin timeout 900 go install "github.com/vmware/govmomi/$program@$old_govmomi" || return 1
        done
    fi
    sources >"$bin/.sources"
}

python_vmomi() {
    "$bin/python" -c 'import pyVmomi' 2>/dev/null && return
    python3 -c 'import venv, ensurepip' 2>/dev/null || packages python3 python3-venv ca-certificates >/dev/null || return 1
    timeout 120 python3 -m venv "$bin/../venv" &&
        timeout 300 "$bin/../venv/bin/pip" install -q --disable-pip-version-check "pyvmomi==$pyvmomi" &&
        printf '#!/bin/sh\nexec "%s/../venv/bin/python" "$@"\n' "$bin" >"$bin/python" && chmod +x "$bin/python"
}

govmomi || missing+=("govc and vcsim (they need Go 1.19 or newer and its module proxy)")
python_vmomi || missing+=("pyVmomi (it needs python3 with venv and the Python package index)")
((${#missing[@]})) || { echo "govc, vcsim and pyVmomi are in $bin"; exit 0; }
printf 'missing: %s\n' "${missing[@]}"
exit 1
