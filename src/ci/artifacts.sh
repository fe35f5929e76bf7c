#!/usr/bin/env bash
# Looks into what is published: names, module, what is inside and what must not be.
# Usage: artifacts.sh [FOLDER WITH THE ARTIFACTS [OPTIONS OF MAVEN]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
jars=$(cd "${1:-target/release}" && pwd)
java=java jar=jar
if [[ -n ${JAVA_HOME-} ]]; then java=$JAVA_HOME/bin/java jar=$JAVA_HOME/bin/jar; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

must() { # SENTENCE COMMAND…
    local sentence=$1
    shift
    if "$@" >"$work/said" 2>&1; then echo "ok: $sentence"; else
        echo "WRONG: $sentence"
        head -n 5 "$work/said"
        wrong=1
    fi
}
no() { ! "$@"; }
has() { grep -qE -e "$2" "$1"; }

for name in twinpath twinpath-cli twinpath-sources twinpath-javadoc; do
    "$jar" tf "$jars/$name.jar" >"$work/$name.list"
done
"$jar" --describe-module --file "$jars/twinpath.jar" >"$work/module" 2>&1

must "the module is called io.twinpath" has "$work/module" '^io\.twinpath(@| )'
must "the jar carries its licence" has "$work/twinpath.list" '^META-INF/LICENSE$'
must "the jar holds nothing of others" no has "$work/twinpath.list" '^(com|org|picocli|jinjava)/'
must "the sources hold the facade" has "$work/twinpath-sources.list" '^io/twinpath/Twinpath\.java$'
must "the Javadoc holds the facade" has "$work/twinpath-javadoc.list" '^(io\.twinpath/)?io/twinpath/Twinpath\.html$'
must "the Javadoc leaves the command line out" no has "$work/twinpath-javadoc.list" '^(io\.twinpath/)?io/twinpath/cli/'
must "the bill of materials names libraries" has "$jars/twinpath-sbom.json" 'pkg:maven/com\.hubspot\.jinjava/jinjava@'
must "the bill of materials names no library of tests" no has "$jars/twinpath-sbom.json" 'pkg:maven/org\.junit'

must "the command line's jar is not signed by others" no has "$work/twinpath-cli.list" '^META-INF/[^/]*\.(SF|RSA|DSA|EC)$'
for text in LICENSE LICENSE.txt NOTICE NOTICE.txt THIRD-PARTY.txt; do
    must "it carries $text" has "$work/twinpath-cli.list" "^META-INF/${text/./\\.}\$"
done
(cd "$work" && "$jar" xf "$jars/twinpath-cli.jar" META-INF/services META-INF/THIRD-PARTY.txt META-INF/LICENSE.txt META-INF/NOTICE)
must "licences are merged" has "$work/META-INF/LICENSE.txt" 'Redistributions in binary form'
must "notices are merged" has "$work/META-INF/NOTICE" 'Jackson'
must "services are merged" has "$work/META-INF/services/com.fasterxml.jackson.core.JsonFactory" 'YAMLFactory'
must "services are merged and none is lost" has "$work/META-INF/services/com.fasterxml.jackson.core.JsonFactory" 'JsonFactory$'
must "it runs from anywhere" sh -c "cd '$work' && '$java' -jar '$jars/twinpath-cli.jar' version"
timeout 240 mvn -B -q "${@:2}" dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$work/libraries" >/dev/null
tr ':' '\n' <"$work/libraries" >"$work/paths"
# …/repository/org/slf4j/slf4j-api/2.0.20/slf4j-api-2.0.20.jar
coordinate() { sed -nE 's,^.*/repository/(.+)/([^/]+)/([^/]+)/[^/]+\.jar$,\1 \2 \3,p' "$work/paths" | tr '/' '.'; }
coordinate | sed -E 's/^([^ ]+) ([^ ]+) .*/\1:\2/' | sort -u >"$work/inside"
sed -nE 's/^([A-Za-z0-9._-]+:[A-Za-z0-9._-]+)  .*/\1/p' "$work/META-INF/THIRD-PARTY.txt" | sort -u >"$work/listed"
coordinate | sed -E 's,^([^ ]+) ([^ ]+) (.+),pkg:maven/\1/\2@\3,' | sort -u >"$work/purls"
grep -oE 'pkg:maven/[^?"]*' "$jars/twinpath-sbom.json" | sort -u >"$work/billed"
comm -23 "$work/purls" "$work/billed" >"$work/unbilled"
must "src/licenses/THIRD-PARTY.txt lists what is inside, and nothing else" diff "$work/inside" "$work/listed"
must "the bill of materials names each of them, to the version" diff /dev/null "$work/unbilled"

# What two libraries bring is in the jar once, and nobody chose whose; no class may be such a case.
while read -r library; do "$jar" tf "$library" | grep -E '\.class$' | grep -vE '(^|/)(module|package)-info\.class$' || true; done <"$work/paths" |
    sort | uniq -d >"$work/twice"
must "no class comes from two libraries" diff /dev/null "$work/twice"
must "the jar holds nothing twice" sh -c "sort '$work/twinpath-cli.list' | uniq -d | diff /dev/null -"

tar -tf "$jars/twinpath-man.tar.gz" | sort >"$work/pages"
must "the manual has a page for the tool" has "$work/pages" '^man1/twinpath\.1$'
must "the manual has a page for a verb of a verb" has "$work/pages" '^man1/twinpath-lab-serve\.1$'

mkdir "$work/project"
cp -R inventory modules "$work/project"
run() { (cd "$work/project" && timeout 240 "$java" -jar "$jars/twinpath-cli.jar" "$@"); }
must "it validates a project" run validate
must "it plans against the lab" run plan
exit $wrong
