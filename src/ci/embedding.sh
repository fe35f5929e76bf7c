#!/usr/bin/env bash
# Takes the programs out of src/docs/embedding.md, builds them as the Maven project that stands there, against the jar installed in
# an empty local repository, and runs them against a lab that is served by the command line from that repository.
# Usage: embedding.sh [FOLDER WITH twinpath.jar AND twinpath-cli.jar]
# Libraries come from the local repository of the user where it has them, else from the registry.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
jars=${1:-target}
work=$(mktemp -d)
lab=''
trap 'if [[ -n $lab ]]; then kill "$lab" 2>/dev/null || true; fi; rm -rf "$work"' EXIT
repository=$work/repository
java=java
if [[ -n ${JAVA_HOME-} ]]; then java=$JAVA_HOME/bin/java; fi

cat >"$work/settings.xml" <<XML
<settings>
  <profiles>
    <profile>
      <id>what-is-here</id>
      <repositories><repository><id>here</id><url>file://$HOME/.m2/repository</url></repository></repositories>
      <pluginRepositories><pluginRepository><id>here</id><url>file://$HOME/.m2/repository</url></pluginRepository></pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>what-is-here</activeProfile></activeProfiles>
</settings>
XML
maven() { mvn -B -q -gs "$work/settings.xml" "-Dmaven.repo.local=$repository" "$@"; }

# A fence of Java whose first line names a file, and the fence of XML behind the name of one.
extract() {
    awk -v out="$1" '
        /^<!-- pom.xml -->$/ { xml = 1; next }
        xml && /^```xml$/ { file = out "/pom.xml"; xml = 0; next }
        /^```java$/ { java = 1; next }
        java && /^\/\/ [A-Za-z]+\.java$/ { file = out "/src/main/java/" $2; java = 0; next }
        /^```$/ { file = ""; java = 0; next }
        file != "" { print >file }
    ' src/docs/embedding.md
}

run() { # PROGRAM PROJECT: its output on stdout; it must end well and say nothing on stderr
    timeout 120 "$java" -cp "$work/embedding/target/classes:$work/embedding/target/lib/*" "$1" "$2" "$work/endpoints.json" \
        2>"$work/errors" || { echo "$1 failed"; cat "$work/errors"; return 1; } >&2
    [[ ! -s $work/errors ]] || { echo "$1 said on stderr:"; cat "$work/errors"; return 1; } >&2
}

expect() { # TEXT IN FILE
    grep -qF -e "$1" "$2" || { echo "\"$1\" is missing in:"; cat "$2"; exit 1; }
}

mkdir -p "$work/embedding/src/main/java" "$work/project" "$work/own"
extract "$work/embedding"
cp -R inventory modules "$work/project"

maven install:install-file -Dfile="$jars/twinpath.jar" -DpomFile=pom.xml
maven install:install-file -Dfile="$jars/twinpath-cli.jar" -DpomFile=pom.xml -Dclassifier=cli
cli=$(find "$repository/io/twinpath" -name 'twinpath-*-cli.jar')
maven -f "$work/embedding/pom.xml" package
for optional in picocli sshd-core slf4j-jdk14; do
    if compgen -G "$work/embedding/target/lib/$optional-*" >/dev/null; then echo "$optional came along"; exit 1; fi
done

"$java" -jar "$cli" lab serve lain-2022-10-13 --endpoints "$work/endpoints.json" >"$work/lab.log" 2>&1 &
lab=$!
for ((i = 0; i < 120; i++)); do
    [[ ! -s $work/endpoints.json ]] || break
    kill -0 "$lab" 2>/dev/null || { echo "the lab did not start"; cat "$work/lab.log"; exit 1; }
    sleep 0.5
done

echo "== PlanSite"
run PlanSite "$work/project" | tee "$work/out"
expect ' steps, ' "$work/out"
expect '! card:esxi3.lain.local/storage_b' "$work/out"
expect 'If the card Mellanox ConnectX-2 (storage_b) of esxi3.lain.local fails' "$work/out"
expect 'afterwards: ' "$work/out"
echo "== OwnKind"
run OwnKind "$work/own" | tee "$work/out"
expect '+ owner:esxi1.lain.local/host' "$work/out"
expect 'as wanted: true' "$work/out"
echo "== OwnDriver"
run OwnDriver "$work/project" >"$work/out"
head -n 5 "$work/out"
expect 'esxi3.lain.local: esxcli network nic list' "$work/out"
echo "the three programs ran from a clean local repository"
