#!/usr/bin/env bash
# Packs the pages of the manual, as the command line writes them: the same pages make the same archive, anywhere and at any time.
# Usage: manual.sh FOLDER WITH twinpath-cli.jar     Writes twinpath-man.tar.gz into it, with the pages in man1.
set -euo pipefail
jars=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
java=java
if [[ -n ${JAVA_HOME-} ]]; then java=$JAVA_HOME/bin/java; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
day=$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' pom.xml)
timeout 120 "$java" -jar "$jars/twinpath-cli.jar" manual --dir "$work/man1" >/dev/null
tar -C "$work" --sort=name --mtime="$day" --owner=0 --group=0 --numeric-owner --mode=a=rX,u+w --format=ustar -cf - man1 |
    gzip -9n >"$jars/twinpath-man.tar.gz"
