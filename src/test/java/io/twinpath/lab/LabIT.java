package io.twinpath.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.lab.site.Json;
import io.twinpath.lab.site.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole lab against the OpenSSH client: the same reads and writes as on a real host. */
final class LabIT {

    private static final String ESXI1 = "esxi1.lain.local";
    private static final String ESXI3 = "esxi3.lain.local";

    @TempDir
    Path folder = Path.of("");

    private Path log = Path.of("");
    private Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow();

    /** What a client was told. */
    private record Answer(int exit, String out) {}

    @BeforeEach
    void open() throws IOException {
        assumeTrue(openSshIsThere(), "skipped: there is no OpenSSH client on this machine");
        lab.close();
        log = folder.resolve("log.jsonl");
        lab = Lab.open(
                        "lain-2022-10-13",
                        LabOptions.NONE.withState(folder.resolve("state.json")).withLog(log))
                .orElseThrow();
        Path askpass = folder.resolve("askpass");
        Files.writeString(askpass, "#!/bin/sh\necho lab-password\n");
        Files.setPosixFilePermissions(askpass, PosixFilePermissions.fromString("rwx------"));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void portBindingIsReadAsOnARealHost() throws Exception {
        Answer answer = ssh(ESXI1, "esxcli iscsi networkportal list");

        assertThat(answer.exit()).isZero();
        assertThat(answer.out())
                .contains("   Vmknic: vmk1\n", "   Vmknic: vmk2\n")
                .contains("   Compliant Status: compliant\n");
        assertThat(ssh(ESXI1, "vmware -v").out()).isEqualTo("VMware ESXi 6.7.0 build-14320388\n");
        assertThat(ssh(ESXI1, "esxcli network vswitch standard uplink add -u vmnic0 -v vSwitch1"))
                .isEqualTo(new Answer(1, "Unable to Set: Busy\n"));
    }

    @Test
    void behindAClosedRulesetNobodyConnectsAnyMore() throws Exception {
        assertThat(ssh(ESXI3, "esxcli network firewall ruleset set -r sshServer -e false"))
                .isEqualTo(new Answer(0, ""));
        assertThat(ssh(ESXI3, "esxcli network firewall get").exit()).isEqualTo(255);
        assertThat(ssh(ESXI1, "esxcli network firewall get").exit()).isZero();
    }

    @Test
    void writesStayOverARestartOfTheLab() throws Exception {
        assertThat(ssh(ESXI3, "esxcli system settings advanced set -o /Misc/APDTimeout -i 200"))
                .isEqualTo(new Answer(0, ""));
        lab.close();
        lab = Lab.open("lain-2022-10-13", LabOptions.NONE.withState(folder.resolve("state.json")))
                .orElseThrow();

        assertThat(ssh(ESXI3, "esxcli system settings advanced list -o /Misc/APDTimeout")
                        .out())
                .contains("   Int Value: 200\n");
    }

    @Test
    void roundTripsAndCallsAreCountedApart() throws Exception {
        ssh(
                ESXI3,
                "esxcli network nic list; esxcli iscsi adapter auth chap set -A vmhba64 -d uni -l required -N me -S hushhush");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            lines.add(Json.json().readTree(line));
        }

        assertThat(lines.stream().filter(l -> l.has("command"))).hasSize(1);
        assertThat(lines.stream().filter(l -> l.has("esxcli"))).hasSize(2);
        assertThat(lines)
                .allMatch(l ->
                        l.path("host").asText().equals(ESXI3) && l.path("exit").asInt() == 0);
        assertThat(Files.readString(log))
                .doesNotContain("hushhush")
                .contains("-S ***")
                .contains("[\"network\",\"nic\",\"list\"]");
    }

    @Test
    void aHostWithoutManagementIsGoneAndComesBack() throws Exception {
        for (String down : List.of("power esxi3.lain.local off", "fail host:esxi1.lain.local")) {
            lab.apply(Operation.parse(down).orElseThrow()).orElseThrow();
        }
        assertThat(ssh(ESXI3, "true").exit()).isEqualTo(255);
        assertThat(ssh(ESXI1, "true").exit()).isEqualTo(255);
        lab.apply(Operation.parse("power esxi3.lain.local on").orElseThrow()).orElseThrow();
        assertThat(ssh(ESXI3, "esxcli system maintenanceMode get")).isEqualTo(new Answer(0, "Disabled\n"));
    }

    @Test
    void aHostMayCutItselfOff() throws Exception {
        ssh(ESXI3, "esxcli network nic down -n vmnic0; esxcli network nic down -n vmnic1");

        assertThat(lab.status().hosts().get(ESXI3))
                .satisfies(h -> assertThat(h.reachable()).isFalse());
        lab.apply(Operation.parse("repair host:esxi3.lain.local").orElseThrow()).orElseThrow();
        assertThat(ssh(ESXI3, "true").exit()).isEqualTo(255);
    }

    private Answer ssh(String host, String command) throws IOException, InterruptedException {
        HostEndpoint endpoint = Objects.requireNonNull(lab.endpoints().hosts().get(host));
        SshEndpoint ssh = endpoint.ssh();
        Path known = folder.resolve("known_hosts");
        Files.writeString(known, "[127.0.0.1]:" + ssh.port() + " " + ssh.hostKey() + "\n");
        Path out = folder.resolve("out");
        ProcessBuilder client = new ProcessBuilder(
                        "ssh",
                        "-F",
                        "none",
                        "-p",
                        Integer.toString(ssh.port()),
                        "-o",
                        "UserKnownHostsFile=" + known,
                        "-o",
                        "StrictHostKeyChecking=yes",
                        "-o",
                        "PreferredAuthentications=password",
                        "-o",
                        "ConnectTimeout=10",
                        ssh.user() + "@" + ssh.address(),
                        command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        client.environment().put("SSH_ASKPASS", folder.resolve("askpass").toString());
        client.environment().put("SSH_ASKPASS_REQUIRE", "force");
        client.environment().put("DISPLAY", "none");
        Process running = client.start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(running.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    /** On a machine that builds releases its absence is a failure, not a reason to skip. */
    private static boolean openSshIsThere() {
        boolean there = Files.isExecutable(Path.of("/usr/bin/ssh"));
        assertThat(there || !"true".equals(System.getenv("CI"))).isTrue();
        return there;
    }
}
