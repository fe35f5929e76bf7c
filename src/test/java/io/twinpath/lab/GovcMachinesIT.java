package io.twinpath.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another's client against machines and clusters of the lab. What it changed is read again. */
final class GovcMachinesIT {

    private static final int PATIENCE_SECONDS = 60;
    private static final String ESXI1 = "esxi1.lain.local";
    private static final String ESXI3 = "esxi3.lain.local";

    @TempDir
    Path folder = Path.of("");

    private Optional<Lab> lab = Optional.empty();
    private Map<String, String> environment = Map.of();

    /** What a run of the program came to. */
    private record Ran(int exit, String out) {}

    @BeforeEach
    void open() {
        Optional<Path> govc = program();
        assertThat(govc.isPresent() || !"true".equals(System.getenv("CI")))
                .as("a CI machine has govc")
                .isTrue();
        assumeThat(govc).as("govc is not installed: run src/ci/peers.sh").isPresent();
        Lab opened = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow();
        lab = Optional.of(opened);
        ApiEndpoint centre = opened.endpoints().vcenter().orElseThrow();
        environment = Map.of(
                "GOVC_URL", centre.url(),
                "GOVC_USERNAME", centre.user(),
                "GOVC_PASSWORD", centre.password(),
                "GOVC_INSECURE", "true",
                "GOVC_PERSIST_SESSION", "false",
                "HOME", folder.toString());
    }

    @AfterEach
    void close() {
        lab.ifPresent(Lab::close);
    }

    private static Optional<Path> program() {
        String tools = Optional.ofNullable(System.getenv("TWINPATH_PEERS"))
                .orElse(System.getProperty("user.home") + "/.cache/twinpath-peers/bin");
        return Optional.of(Path.of(tools, "govc")).filter(Files::isExecutable);
    }

    private Ran govc(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program().orElseThrow().toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), out);
    }

    private String done(String... words) throws IOException, InterruptedException {
        Ran ran = govc(words);
        assertThat(ran.exit()).as(ran.out()).isZero();
        return ran.out();
    }

    private String refused(String... words) throws IOException, InterruptedException {
        Ran ran = govc(words);
        assertThat(ran.exit()).as(ran.out()).isNotZero();
        return ran.out();
    }

    private String collected(String object, String path) throws IOException, InterruptedException {
        return done("collect", "-s", object, path).strip();
    }

    @Test
    void machinesAreShownAndChanged() throws Exception {
        assertThat(done("vm.info", "-r", "pfsense"))
                .contains("FreeBSD 12 (64-bit)", "8192MB", "4 vCPU(s)", "poweredOn", ESXI3, "stor1-vm", "VM Network");
        done("vm.change", "-vm", "git", "-annotation", "for people", "-e", "a.b=1", "-latency", "low");
        assertThat(collected("vm/git", "config.annotation")).isEqualTo("for people");
        assertThat(collected("vm/git", "config.latencySensitivity.level")).isEqualTo("low");
        assertThat(done("vm.info", "-e", "git")).containsPattern("a\\.b: +1");
        done("vm.change", "-vm", "git", "-e", "a.b=");
        assertThat(done("vm.info", "-e", "git")).doesNotContain("a.b");

        assertThat(refused("vm.change", "-vm", "git", "-m", "8192")).contains("Memory hot plug is not supported");
        done("vm.power", "-off", "git");
        done("vm.change", "-vm", "git", "-m", "8192", "-c", "4", "-mem.reservation", "1024", "-cpu.shares", "high");
        done("vm.power", "-on", "git");
        assertThat(done("vm.info", "git")).contains("8192MB", "4 vCPU(s)", "poweredOn");
        assertThat(collected("vm/git", "config.memoryAllocation.reservation")).isEqualTo("1024");
        assertThat(collected("vm/git", "config.cpuAllocation.shares.level")).isEqualTo("high");
    }

    @Test
    void theTwoThatCouldNotMove() throws Exception {
        assertThat(refused("vm.migrate", "-host", ESXI1, "pomf")).contains("Hard disk 2", "esxi3-ssd");
        done("vm.migrate", "-ds", "stor1-vm", "pomf");
        done("vm.migrate", "-host", ESXI1, "pomf");
        assertThat(refused("vm.migrate", "-host", ESXI1, "pfsense")).contains("high latency sensitivity");
        done("vm.change", "-vm", "pfsense", "-e", "migrate.compat.override=TRUE");
        done("vm.migrate", "-host", ESXI1, "pfsense");

        assertThat(done("vm.info", "-r", "pomf", "pfsense")).contains(ESXI1).doesNotContain(ESXI3, "esxi3-ssd");
        LabStatus status = lab.orElseThrow().status();
        assertThat(status.placed()).containsEntry("pomf", ESXI1).containsEntry("pfsense", ESXI1);
        assertThat(status.vms()).containsEntry("pomf", "running");
    }

    @Test
    void clustersAreChanged() throws Exception {
        done("cluster.change", "-drs-mode", "fullyAutomated", "-ha-admission-control-enabled=false", "lain");
        assertThat(collected("host/lain", "configurationEx.drsConfig.defaultVmBehavior"))
                .isEqualTo("fullyAutomated");
        assertThat(collected("host/lain", "configurationEx.dasConfig.admissionControlEnabled"))
                .isEqualTo("false");
        done(
                "cluster.override.change",
                "-cluster",
                "lain",
                "-vm",
                "wiki",
                "-drs-mode",
                "manual",
                "-ha-restart-priority",
                "high");
        assertThat(done("cluster.override.info", "-cluster", "lain")).contains("wiki", "Manual", "High");
        done("cluster.override.remove", "-cluster", "lain", "-vm", "wiki");
        assertThat(done("cluster.override.info", "-cluster", "lain")).doesNotContain("wiki");

        done("cluster.rule.create", "-cluster", "lain", "-name", "apart", "-enable", "-anti-affinity", "git", "edge1");
        assertThat(done("cluster.rule.info", "-cluster", "lain")).contains("apart", "git", "edge1");
        assertThat(refused("vm.migrate", "-host", ESXI1, "git")).contains("apart");
        done("cluster.rule.change", "-cluster", "lain", "-name", "apart", "-enable=false");
        done("vm.migrate", "-host", ESXI1, "git");
        done("cluster.rule.remove", "-cluster", "lain", "-name", "apart");
        assertThat(done("cluster.rule.ls", "-cluster", "lain")).isBlank();
        done("cluster.group.create", "-cluster", "lain", "-name", "some", "-vm", "git", "web1");
        assertThat(done("cluster.group.ls", "-cluster", "lain", "-name", "some"))
                .contains("git", "web1");
    }

    @Test
    void aHostIsClearedByDrsAsFarAsItGoes() throws Exception {
        done("cluster.change", "-drs-mode", "fullyAutomated", "lain");
        assertThat(refused("host.maintenance.enter", "-timeout", "1", ESXI3)).contains("timed out");
        assertThat(lab.orElseThrow().status().placed().entrySet().stream()
                        .filter(p -> p.getValue().equals(ESXI3))
                        .map(Map.Entry::getKey))
                .containsExactly("pfsense", "pomf");
        done("vm.power", "-off", "pfsense", "pomf");
        done("host.maintenance.enter", "-timeout", "20", ESXI3);
        assertThat(collected("host/lain/" + ESXI3, "runtime.inMaintenanceMode")).isEqualTo("true");
        done("host.maintenance.exit", ESXI3);
        assertThat(collected("host/lain/" + ESXI3, "runtime.inMaintenanceMode")).isEqualTo("false");
    }

    @Test
    void distributedSwitchesAreMadeAndJoined() throws Exception {
        done("dvs.create", "-mtu", "9000", "dvs1");
        done("dvs.add", "-dvs", "dvs1", "-pnic", "vmnic3", ESXI1);
        done("dvs.portgroup.add", "-dvs", "dvs1", "-type", "earlyBinding", "-nports", "16", "-vlan", "7", "guests");
        assertThat(collected("network/guests", "config.defaultPortConfig.vlan")).contains("7");
        assertThat(collected("network/dvs1", "config.maxMtu")).isEqualTo("9000");
        done("dvs.portgroup.change", "-vlan", "8", "guests");
        assertThat(collected("network/guests", "config.defaultPortConfig.vlan")).contains("8");
    }
}
