#!/usr/bin/env bash
# Compiles and runs the benchmarks below src/jmh/java.  usage: src/bench/jmh.sh [PATTERN] [options of JMH]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
use_launchers_jdk
cd "$root"
mvn -B -q -Pbench -DskipTests test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
"$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" \
    org.openjdk.jmh.Main "$@"
