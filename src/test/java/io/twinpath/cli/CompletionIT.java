package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion scripts in the shells that they are for. */
class CompletionIT {

    @TempDir
    Path folder;

    @TempDir
    Path bin;

    private TestProject project;

    /** The names come from a stand-in for the launcher, which has what the real verb said and what it was asked. */
    @BeforeEach
    void shells() throws IOException {
        project = new TestProject(folder);
        for (String kind : List.of("hosts", "addresses")) {
            Files.writeString(bin.resolve(kind), project.run("names", kind).out());
        }
        Path launcher = Files.writeString(
                bin.resolve("twinpath"),
                "#!/bin/sh\necho \"$*\" >>'" + bin + "/asked'\nwhile [ $# -gt 1 ]; do shift; done\ncat '" + bin
                        + "'/\"$1\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String shell : List.of("bash", "zsh", "fish", "powershell")) {
            TestProject.Run run = project.run("completion", shell);
            assertThat(run.exit()).as(run.all()).isZero();
            Files.writeString(bin.resolve("script." + shell), run.out());
        }
    }

    /** A shell that a machine lacks is left out aloud; in CI, which installs it, the test fails. */
    private static void need(String shell) {
        boolean there = there(shell);
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("a CI machine has %s", shell)
                .isTrue();
        if (!there) {
            System.out.println("SKIPPED: no " + shell + " on this machine");
        }
        assumeTrue(there);
    }

    private static boolean there(String shell) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, shell)));
    }

    private List<String> run(String... command) throws IOException {
        Path out = Files.createTempFile(bin, "out", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile());
        builder.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("HOME", bin.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    /** What bash would offer for a line with the cursor at its end. */
    private List<String> bash(String line) throws IOException {
        return run(
                "bash",
                "--norc",
                "-c",
                "source '" + bin
                        + "/script.bash'; COMP_WORDBREAKS=$' \\t\\n\"\\'><=;|&(:'; COMP_LINE=$1; COMP_POINT=${#1}; "
                        + "_twinpath; printf '%s\\n' \"${COMPREPLY[@]}\"",
                "bash",
                line);
    }

    @Test
    void bashCompletesVerbsAndOptions() throws IOException {
        assertThat(bash("twinpath ")).contains("plan", "drift", "lab").doesNotContain("names");
        assertThat(bash("twinpath pl")).containsExactly("plan");
        assertThat(bash("twinpath --color al")).containsExactly("always");
        assertThat(bash("twinpath plan --det")).containsExactly("--detailed-exitcode");
        assertThat(bash("twinpath plan --output ")).containsExactly("text", "json");
        assertThat(bash("twinpath lab ")).contains("status", "fail").doesNotContain("plan");
        assertThat(bash("twinpath lab power esxi3.lain.local --col")).containsExactly("--color");
        assertThat(bash("twinpath plan --output=j")).containsExactly("json");
        assertThat(bash("twinpath completion z")).containsExactly("zsh");
    }

    @Test
    void bashCompletesHostsGroupsAndAddresses() throws IOException {
        assertThat(bash("twinpath plan --limit ")).contains("storage_hosts", "esxi3.lain.local");
        assertThat(bash("twinpath plan --limit 'storage_hosts:!esxi3")).isNotEmpty();
        assertThat(bash("twinpath drift esxi2")).containsExactly("esxi2.lain.local");
        assertThat(bash("twinpath plan --limit storage_hosts:esxi2")).containsExactly("esxi2.lain.local");
        // Readline has put "vswitch:" in already.
        assertThat(bash("twinpath explain vswitch:esxi3")).contains("esxi3.lain.local/vSwitch1");
        assertThat(bash("twinpath plan --target port_group:esxi1.lain.local/VM\\ N"))
                .containsExactly("esxi1.lain.local/VM\\ Network");
        assertThat(bash("twinpath -C " + folder + " drift esxi2")).containsExactly("esxi2.lain.local");
        assertThat(bin.resolve("asked"))
                .content()
                .contains("-C " + folder + " names hosts")
                .contains("\nnames hosts\n");
    }

    @Test
    void bashCompletesFiles() throws IOException {
        assertThat(bash("twinpath show inv")).containsExactly("inventory");
        assertThat(bash("twinpath plan --report ju")).containsExactly("junit=");
        assertThat(bash("twinpath plan --report junit=inv")).containsExactly("inventory");
        assertThat(bash("twinpath -C mod")).containsExactly("modules");
        assertThat(bash("twinpath -C inventory/ho")).as("a file is no folder").containsExactly("");
    }

    /** What is inserted cannot be seen without a terminal; so the calls of compadd are looked at. */
    private List<String> zsh(String... words) throws IOException {
        StringBuilder script = new StringBuilder("""
                compdef() {}; compset() { [[ $1 == -P && $PREFIX == ${~2}* ]] || return 1; }
                _files() { print -r -- FILES $* }
                compadd() { local n=${@[-1]}; local -a all; all=(${(P)n}); print -rl -- ${(M)all:#${PREFIX}*} }
                """);
        script.append("source '").append(bin).append("/script.zsh'\nwords=(");
        for (String word : words) {
            script.append("'").append(word).append("' ");
        }
        script.append("); CURRENT=${#words}; PREFIX=${words[-1]}; _twinpath\n");
        return run("zsh", "-f", "-c", script.toString());
    }

    @Test
    void zshCompletes() throws IOException {
        need("zsh");
        assertThat(zsh("twinpath", "pl")).containsExactly("plan");
        assertThat(zsh("twinpath", "plan", "--det")).containsExactly("--detailed-exitcode");
        assertThat(zsh("twinpath", "drift", "esxi2")).containsExactly("esxi2.lain.local");
        assertThat(zsh("twinpath", "explain", "vswitch:esxi3")).contains("vswitch:esxi3.lain.local/vSwitch1");
        assertThat(zsh("twinpath", "lab", "stat")).containsExactly("status");
        assertThat(zsh("twinpath", "plan", "-o", "x")).containsExactly("FILES");
        assertThat(zsh("twinpath", "plan", "--report", "ju")).containsExactly("junit=");
    }

    private List<String> fish(String line) throws IOException {
        return run("fish", "--no-config", "-c", "source '" + bin + "/script.fish'; complete -C '" + line + "'").stream()
                .map(l -> l.split("\t")[0])
                .toList();
    }

    @Test
    void fishCompletes() throws IOException {
        need("fish");
        assertThat(fish("twinpath pl")).containsExactly("plan");
        assertThat(fish("twinpath plan --det")).containsExactly("--detailed-exitcode");
        assertThat(fish("twinpath plan --limit esxi2")).containsExactly("esxi2.lain.local");
        assertThat(fish("twinpath plan --limit storage_hosts:!esxi2"))
                .containsExactly("storage_hosts:!esxi2.lain.local");
        assertThat(fish("twinpath explain vswitch:esxi3")).contains("vswitch:esxi3.lain.local/vSwitch1");
        assertThat(fish("twinpath lab stat")).containsExactly("status");
        assertThat(fish("twinpath show inv")).containsExactly("inventory/");
        assertThat(fish("twinpath plan --report ju")).containsExactly("junit=");
    }

    @Test
    void namesAreKeptUntilAFileChangesAndWhileTheSpecIsWrong() throws IOException {
        Path kept = folder.resolve(".twinpath/names");
        assertThat(project.run("names", "hosts").out()).contains("esxi1.lain.local\n", "servers\n");
        assertThat(kept).as("no folder is made for it").doesNotExist();
        Files.createDirectories(kept.getParent());
        project.run("names", "hosts");
        Files.writeString(kept, Files.readString(kept) + "hosts kept.lain.local\n");
        assertThat(project.run("names", "hosts").out()).contains("kept.lain.local");
        Path hosts = folder.resolve("inventory/hosts.yml");
        Files.setLastModifiedTime(hosts, FileTime.fromMillis(1_000));
        assertThat(project.run("names", "hosts").out())
                .contains("esxi1.lain.local")
                .doesNotContain("kept");
        Files.writeString(hosts, "hosts: [\n");
        TestProject.Run wrong = project.run("names", "hosts");
        assertThat(wrong.out()).contains("esxi1.lain.local\n");
        assertThat(wrong.err()).isEmpty();
        assertThat(wrong.exit()).isZero();
    }

    @Test
    void anUnknownShellIsRefused() {
        TestProject.Run run = project.run("completion", "zhs");
        assertThat(run.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(run.err()).contains("CLI0043").contains("Did you mean \"zsh\"?");
    }
}
