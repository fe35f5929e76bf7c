package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.SshEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project as a stranger starts one: its own connect, a pinned key, a password by reference. Only the host is simulated. */
class OwnSiteIT {

    private static final String HOST = "esxi1.lain.local";

    @TempDir
    Path folder;

    private Lab lab;
    private SshEndpoint endpoint;
    private TestProject project;

    @BeforeEach
    void serve() throws IOException {
        lab = Lab.open("lain-2022-10-13", LabOptions.NONE.withLog(folder.resolve("lab.log")))
                .orElseThrow();
        endpoint = Objects.requireNonNull(lab.endpoints().hosts().get(HOST)).ssh();
        project = TestProject.empty(folder.resolve("mine"));
        project.write("inventory/site.yml", """
                project:
                  name: mine
                  connect:
                    ssh: {user: root, password: "secret://env/ESXI_PASSWORD"}
                hosts:
                  esxi1.lain.local:
                    connect:
                      ssh: {address: 127.0.0.1, port: %d}
                    advanced: {Misc.APDTimeout: 120}
                """.formatted(endpoint.port()));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void anUnpinnedHostGetsNoCredential() throws IOException {
        TestProject.Run plan =
                project.with("ESXI_PASSWORD", endpoint.password()).run("plan");
        assertThat(plan.exit()).as(plan.all()).isEqualTo(Exit.UNREACHABLE.code());
        assertThat(plan.all()).contains("SHA256:").contains("twinpath trust " + HOST);
        assertThat(Files.readString(folder.resolve("lab.log"))).isEmpty();
    }

    @Test
    void trustPlanApplyAndNoChanges() {
        project.with("ESXI_PASSWORD", endpoint.password());
        pin();
        TestProject.Run plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exit()).as(plan.all()).isEqualTo(Exit.CHANGES_PENDING.code());
        assertThat(plan.out()).contains("140 -> 120");
        TestProject.Run applied = project.run("apply", "--yes");
        assertThat(applied.exit()).as(applied.all()).isZero();
        assertThat(project.run("plan", "--detailed-exitcode").exit()).isZero();
        assertThat(plan.all() + applied.all()).doesNotContain(endpoint.password());
    }

    @Test
    void aMissingOrWrongPasswordIsSaidWithoutIt() {
        pin();
        TestProject.Run missing = project.run("plan");
        assertThat(missing.exit()).isEqualTo(Exit.UNREACHABLE.code());
        assertThat(missing.all()).contains("ESXI_PASSWORD");
        TestProject.Run wrong =
                project.with("ESXI_PASSWORD", "not-the-password-7731").run("plan");
        assertThat(wrong.exit()).isEqualTo(Exit.UNREACHABLE.code());
        assertThat(wrong.all()).doesNotContain("not-the-password-7731").doesNotContain("\tat ");
    }

    @Test
    void anotherFingerprintIsNotPinned() {
        TestProject.Run trust = project.run("trust", HOST, "--fingerprint", "SHA256:wrong");
        assertThat(trust.exit()).isEqualTo(Exit.REFUSED.code());
        assertThat(folder.resolve("mine/.twinpath/known_hosts")).doesNotExist();
        assertThat(project.run("trust", "esxi9.lain.local").exit()).isEqualTo(Exit.USAGE.code());
    }

    private void pin() {
        TestProject.Run refused = project.run("trust", HOST);
        assertThat(refused.exit()).isEqualTo(Exit.USAGE.code());
        String fingerprint = refused.err()
                .lines()
                .flatMap(l -> Arrays.stream(l.split(" ")))
                .filter(w -> w.startsWith("SHA256:") && w.length() > 20)
                .findFirst()
                .orElseThrow();
        TestProject.Run trust = project.run("trust", HOST, "--fingerprint", fingerprint);
        assertThat(trust.exit()).as(trust.all()).isZero();
    }
}
