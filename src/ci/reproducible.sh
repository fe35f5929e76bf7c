#!/usr/bin/env bash
# Builds everything that is published twice, from two copies of the tree in two places, by different clocks' zones, languages, users
# and file modes, and compares byte by byte. What was built is left in target/release. The tree is one that `mvn verify` has passed:
# neither tests nor gates run here.
# Usage: reproducible.sh [OPTIONS OF MAVEN]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
top=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # FOLDER OPTIONS
    local folder=$work/$1 began=$SECONDS
    shift
    mkdir -p "$folder"
    git -C "$top" ls-files -z --cached --others --exclude-standard | tar -C "$top" --null -T - -cf - | tar -C "$folder" -xf -
    (
        cd "$folder" &&
            timeout 900 mvn -B -q -Prelease,ungated -Dmaven.test.skip=true -Denforcer.skip=true -Dspotless.check.skip=true "$@" package &&
            src/ci/manual.sh target
    ) || { echo "the build in $folder failed"; exit 1; }
    echo "built in $((SECONDS - began)) s"
}

published() {
    (cd "$1/target" && find . -maxdepth 1 \( -name 'twinpath*.jar' -o -name 'twinpath-sbom.*' -o -name 'twinpath-man.*' \) \
        -exec sha256sum {} + | sort -k2)
}

build one "$@"
(
    umask 002
    export TZ=Asia/Kathmandu LC_ALL=C.UTF-8 USER=another LOGNAME=another
    export MAVEN_OPTS="${MAVEN_OPTS-} -Duser.language=tr -Duser.country=TR -Duser.name=another"
    build another/place "$@"
)
published "$work/one" >"$work/one.sums"
published "$work/another/place" >"$work/another.sums"
cat "$work/one.sums"
if ! diff "$work/one.sums" "$work/another.sums"; then
    echo "two builds of one tree differ"
    exit 1
fi
rm -rf "$top/target/release"
mkdir -p "$top/target/release"
cp "$work"/one/target/twinpath*.jar "$work"/one/target/twinpath-sbom.* "$work"/one/target/twinpath-man.* "$top/target/release"
