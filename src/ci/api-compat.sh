#!/usr/bin/env bash
# Compares the API, the types that src/api/twinpath.txt names, with that of an earlier revision: japicmp, binary and source. Types
# that have become part of the API since are free.
# Usage: api-compat.sh [FOLDER WITH twinpath.jar [REVISION]]     Default: target, and the newest tag that begins with v.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
new=${1:-target}/twinpath.jar
revision=${2:-$(git describe --tags --abbrev=0 --match 'v*' 2>/dev/null || true)}
japicmp=0.23.1
if [[ -z $revision ]]; then
    echo "There is no release yet, no tag that begins with v. Until then src/api/twinpath.txt is what is promised, and a test holds it."
    exit 0
fi
java=java jar=jar
if [[ -n ${JAVA_HOME-} ]]; then java=$JAVA_HOME/bin/java jar=$JAVA_HOME/bin/jar; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/before"
git archive "$revision" | tar -C "$work/before" -xf -
(cd "$work/before" && mvn -B -q -Dquick -Dquick.directory="$work/built" package) || { echo "$revision does not build"; exit 1; }
"$jar" cf "$work/before.jar" -C "$work/built/classes" .

mvn -B -q dependency:copy -Dartifact="com.github.siom79.japicmp:japicmp:$japicmp:jar:jar-with-dependencies" -DoutputDirectory="$work"
types=$(cut -d ' ' -f 1 "$work/before/src/api/twinpath.txt" | sort -u | paste -s -d ';')
if ! "$java" -jar "$work/japicmp-$japicmp-jar-with-dependencies.jar" --old "$work/before.jar" --new "$new" --include "$types" \
    --ignore-missing-classes --only-modified --error-on-binary-incompatibility --error-on-source-incompatibility \
    >"$work/said" 2>"$work/errors"; then
    grep -E '^[[:blank:]]*(\*\*\*|---|\+\+\+)!' "$work/said" | head -n 60 || true
    grep '^E:' "$work/errors" || cat "$work/errors"
    echo "The API is not compatible with $revision."
    exit 1
fi
echo "The API is compatible with $revision."
