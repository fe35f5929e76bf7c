package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.SshEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services, NTP, root's keys and the certificate: from a spec over real SSH into a simulated host, and back. */
class HostSettingsIT {

    private static final String HOST = "esxi1.lain.local";
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    @TempDir
    Path folder;

    private Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow();

    @SuppressWarnings("NullAway.Init") // by serve(), which every test begins with
    private TestProject project;

    @AfterEach
    void stop() {
        lab.close();
    }

    /** Before 7.0 through a file and a service, later through esxcli: the same spec, and an empty plan after it. */
    @ParameterizedTest
    @CsvSource({"6.7.0, ntp.conf", "7.0.3, system ntp set", "8.0.3, system ntp set"})
    void everySettingIsAppliedAndTakenBack(String release, String words) throws IOException {
        serve(release, """
                    services:
                      TSM: {policy: on, running: true}
                      snmpd: {running: true}
                    ntp: {servers: [10.0.0.2, ntp1.lain.local], enabled: true}
                    ssh_keys: {keys: ["%s alice"]}
                    host_certificate: {min_days: 30}
                """.formatted(KEY));
        TestProject.Run plan =
                project.run("plan", "-o", folder.resolve("p.json").toString());
        assertThat(plan.exit()).as(plan.all()).isZero();
        assertThat(plan.out()).contains("service TSM").contains("ntp client").contains("ssh_keys root");
        assertThat(Files.readString(folder.resolve("p.json"))).contains(words.split(" ")[0]);
        TestProject.Run applied = project.run("apply", folder.resolve("p.json").toString(), "--yes");
        assertThat(applied.exit()).as(applied.all()).isZero();
        TestProject.Run again = project.run("plan", "--detailed-exitcode");
        assertThat(again.exit()).as(again.all()).isZero();
        TestProject.Run seen = project.run("observe");
        assertThat(seen.out())
                .contains("10.0.0.2")
                .contains("alice")
                .contains("sha256")
                .contains("running: true");

        write("""
                    services: {TSM: {policy: off, running: false}}
                    ntp: {enabled: false}
                    ssh_keys: {keys: [], exact: true}
                """);
        assertThat(project.run("apply", "--yes").exit()).isZero();
        assertThat(project.run("plan", "--detailed-exitcode").exit()).isZero();
        assertThat(project.run("observe").out()).doesNotContain("alice");
    }

    /** Nobody serves time on loopback; the host has the clock of this machine. */
    @Test
    void clocksAreCompared() throws IOException {
        serve("7.0.3", """
                    ntp: {servers: [127.0.0.1], enabled: true}
                """);
        TestProject.Run planned = project.run("plan", "--clocks");
        assertThat(planned.exit()).as(planned.all()).isZero();
        assertThat(planned.err()).doesNotContain("Clock is off");
        TestProject.Run clocks = project.run("observe", "--clocks");
        assertThat(clocks.exit()).as(clocks.all()).isZero();
        assertThat(clocks.out())
                .contains(HOST + "  agrees with this machine's clock to")
                .containsPattern("127.0.0.1  (nothing listens there|no answer in 2 s)");
        assertThat(project.run("observe", "--clocks", "--output", "json").out())
                .contains("\"no_time\"")
                .contains("\"seconds_ahead\"");
        TestProject.Run replayed = project.run("observe", "--clocks", "--replay", folder.toString());
        assertThat(replayed.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(replayed.err()).contains("CLI0016");
    }

    @Test
    void sshIsNotStoppedOverSsh() throws IOException {
        serve("7.0.3", """
                    services: {TSM-SSH: {policy: on, running: false}}
                """);
        TestProject.Run plan = project.run("plan");
        assertThat(plan.out()).contains("Stopping SSH takes away the way over which this host is managed");
        assertThat(project.run("apply", "--yes").exit()).isEqualTo(Exit.REFUSED.code());
    }

    @Test
    void anEndingCertificateIsAFinding() throws IOException {
        serve("7.0.3", """
                    host_certificate: {min_days: 3650}
                """);
        TestProject.Run plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exit()).as(plan.all()).isZero();
        assertThat(plan.err()).contains("warning DIF0202").contains("2034-01-01T00:00:00Z");
        assertThat(project.run("observe").err()).contains("DIF0202");
    }

    private void serve(String release, String settings) throws IOException {
        lab.close();
        Path site = folder.resolve("site.yml");
        Files.writeString(site, """
                base: lain-2022-10-13
                hosts:
                  esxi1.lain.local:
                    release: {version: %s, build: 14320388, update: 3, patch: 73}
                """.formatted(release));
        lab = Lab.open(site.toString(), LabOptions.NONE).orElseThrow();
        write(settings);
        SshEndpoint endpoint = endpoint();
        project.with("ESXI_PASSWORD", endpoint.password());
    }

    private void write(String settings) throws IOException {
        SshEndpoint endpoint = endpoint();
        project = TestProject.empty(folder.resolve("mine")).with("ESXI_PASSWORD", endpoint.password());
        project.write("inventory/site.yml", """
                project:
                  name: mine
                  connect:
                    ssh: {user: root, password: "secret://env/ESXI_PASSWORD"}
                hosts:
                  esxi1.lain.local:
                    connect:
                      ssh: {address: 127.0.0.1, port: %d, host_key: "%s"}
                %s
                """.formatted(endpoint.port(), endpoint.hostKey(), settings));
    }

    private SshEndpoint endpoint() {
        return Objects.requireNonNull(lab.endpoints().hosts().get(HOST)).ssh();
    }
}
