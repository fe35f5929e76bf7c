package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher with a jar and a JDK that are none: its {@code java} tells what it was started with. */
final class LauncherTest {

    private static final byte[] JAR = {1, 2, 3};

    @TempDir
    private Path root;

    @BeforeEach
    void install() throws IOException {
        Files.copy(Path.of("twinpath"), root.resolve("twinpath"));
        Files.createDirectories(root.resolve("target").resolve("start-up"));
        Files.write(root.resolve("target").resolve("twinpath-cli.jar"), JAR);
        Path java = root.resolve("jdk").resolve("bin").resolve("java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nfor argument; do printf '%s\\n' \"$argument\"; done\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        project("real", "project: {name: real}\n");
        project("simulated", "project:\n  name: simulated\n  connect: {lab: lain-2022-10-13}\n");
        Files.createDirectories(root.resolve("simulated").resolve("below"));
        jdk("25.0.1");
    }

    private void project(String name, String text) throws IOException {
        Path inventory = root.resolve(name).resolve("inventory");
        Files.createDirectories(inventory);
        Files.writeString(inventory.resolve("project.yml"), text);
    }

    private void jdk(String version) throws IOException {
        Files.writeString(
                root.resolve("jdk").resolve("release"),
                "JAVA_VERSION=\"%s\"\nJAVA_RUNTIME_VERSION=\"%s+9\"\nIMPLEMENTOR=\"Some One\"\n"
                        .formatted(version, version));
    }

    private void cache(String name) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(JAR);
        String stem = HexFormat.of().formatHex(hash).substring(0, 16);
        Path folder = root.resolve("target").resolve("start-up");
        Files.createFile(folder.resolve(stem + "-" + name));
    }

    private List<String> started(String folder, String... arguments) throws Exception {
        return started(new Shell(root), folder, arguments);
    }

    private List<String> started(Shell shell, String folder, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = root.resolve("twinpath").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return shell.with("TWINPATH_JAVA_HOME", root.resolve("jdk").toString())
                .run(root.resolve(folder), command)
                .good()
                .log()
                .lines()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "real, version, offline",
        "real, validate, offline",
        "simulated, validate, offline",
        "real, plan, online",
        "real, --color never plan, online",
        "simulated, plan, all",
        "simulated, --lab lab.json plan, online",
        "simulated/below, plan, all",
        "real, -C ../simulated apply, all",
        "simulated, -C ../real apply, online",
        "real, demo, all",
        "real, lab status, all"
    })
    void aVerbStartsWithTheSmallestCacheThatServesIt(String folder, String line, String cache) throws Exception {
        for (String each : List.of("offline.aot", "online.aot", "all.aot", "tried")) {
            cache("25.0.1+9-Some-One." + each);
        }
        assertThat(started(folder, line.split(" ")))
                .filteredOn(a -> a.startsWith("-XX:AOTCache="))
                .singleElement()
                .asString()
                .endsWith("." + cache + ".aot");
    }

    @Test
    void aLabThatRunsElsewhereIsNotInThisProcess() throws Exception {
        for (String each : List.of("online.aot", "all.aot", "tried")) {
            cache("25.0.1+9-Some-One." + each);
        }
        Shell shell = new Shell(root).with("TWINPATH_LAB", "lab.json");
        assertThat(started(shell, "simulated", "plan")).anyMatch(a -> a.endsWith(".online.aot"));
    }

    @Test
    void theLargerCacheServesWhileTheSmallerIsMissing() throws Exception {
        cache("25.0.1+9-Some-One.all.aot");
        cache("25.0.1+9-Some-One.tried");
        assertThat(started("real", "plan")).anyMatch(a -> a.endsWith(".all.aot"));
        assertThat(started("real", "validate")).noneMatch(a -> a.startsWith("-XX:AOTCache="));
    }

    @Test
    void anOlderJavaHasItsOwnKindOfCacheAndNoFlagsOfNewerOnes() throws Exception {
        jdk("21.0.5");
        cache("21.0.5+9-Some-One.online.jsa");
        cache("21.0.5+9-Some-One.tried");
        assertThat(started("real", "plan"))
                .anyMatch(a -> a.startsWith("-XX:SharedArchiveFile=") && a.endsWith(".online.jsa"))
                .noneMatch(a -> a.contains("AOT"));
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        cache("25.0.1+9-Some-One.tried");
        assertThat(started("real", "plan", "--set", "a b  c", "*", "it's", ""))
                .endsWith("io.twinpath.cli.Main", "plan", "--set", "a b  c", "*", "it's", "");
    }
}
