#!/usr/bin/env bash
# What one failure, and what two at once, do to a large site: all findings with their sentences.  Timed is what comes after the facts
# are read and the rig is drawn.  Every run is a process of its own with 1 GiB of heap and the launcher's collector; its first pass is what a person waits for.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
use_launchers_jdk
cd "$root"
runs=${RUNS:-3} passes=${PASSES:-8}
mvn -B -q -Pbench -DskipTests test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
machine
for ((run = 0; run < runs; run++)); do
    for site in "1 ${HOSTS:-1000}" "2 ${HOSTS_OF_PAIRS:-100}"; do
        read -r depth hosts <<<"$site"
        "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC \
            -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
            io.twinpath.risk.RigFigures "$depth" "$hosts" 10 "$passes"
    done
done
