package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Secrets;
import io.twinpath.model.SshAccess;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    @Test
    void readsWhatTheLabWrites() throws DriverException {
        SshTarget target = Optional.ofNullable(Endpoints.parse("lab.json", """
                        {"site": "lain", "hosts": {"esxi3.lain.local": {"ssh": {"address": "127.0.0.1", "port": 40123,
                          "user": "root", "password": "VMware1!", "host_key": "ecdsa-sha2-nistp256 AAAA"}}}}
                        """).get("esxi3.lain.local"))
                .orElseThrow();
        assertThat(target.toString()).doesNotContain("VMware1!");
        assertThat(target.endpoint()).isEqualTo("127.0.0.1:40123");
        assertThat(target.pinName()).isEqualTo("[esxi3.lain.local]:40123");
        assertThat(new String(
                        target.password().orElseThrow().resolve(Secrets.none()).reveal()))
                .isEqualTo("VMware1!");
        assertThat(target.hostKey()).contains("ecdsa-sha2-nistp256 AAAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"hosts\": {}}",
                "{\"hosts\": {\"a b\": {\"ssh\": {\"address\": \"x\", \"port\": 1}}}}",
                "{\"hosts\": {\"a\": {\"ssh\": {\"address\": \"x\", \"port\": 70000}}}}",
                "{\"hosts\": {\"a\": {\"ssh\": {\"port\": 22}}}}",
                "{\"hosts\": {\"a\": {}, \"a\": {}}}",
                "{\"hosts\": [[[[[[[[[[[[[[[[[[[[[[[[[[",
            })
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> Endpoints.parse("lab.json", json))
                .isInstanceOf(DriverException.class)
                .hasMessageStartingWith("The endpoints in lab.json cannot be used: ");
    }

    @Test
    void aSpecSaysItInItsOwnWords() {
        SshTarget target = SshTarget.of("esxi1", SshAccess.unspecified(), Path.of("/project"));
        assertThat(target.endpoint()).isEqualTo("esxi1:22");
        assertThat(target.user()).isEqualTo("root");
        assertThat(target.pinName()).isEqualTo("esxi1");
        assertThat(target.password()).isEqualTo(Optional.empty());
    }
}
