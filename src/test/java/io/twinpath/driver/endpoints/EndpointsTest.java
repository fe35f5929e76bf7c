package io.twinpath.driver.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.DriverException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    @Test
    void readsWhatTheLabWrites() throws DriverException {
        Endpoints read = Endpoints.parse("lab.json", """
                {"site": "lain", "hosts": {
                   "esxi3.lain.local": {"ssh": {"address": "127.0.0.1", "port": 40123, "user": "root",
                     "password": "VMware1!", "host_key": "ecdsa-sha2-nistp256 AAAA"}},
                   "esxi4.lain.local": {"api": {"url": "https://[::1]/sdk"}}},
                 "vcenter": {"url": "https://127.0.0.1:8443/sdk", "user": "lab", "password": "x", "sha256": "00ff"}}
                """);
        SshEndpoint ssh = host(read, "esxi3.lain.local").ssh().orElseThrow();
        assertThat(read.toString()).doesNotContain("VMware1!");
        assertThat(ssh.address() + " " + ssh.port() + " " + ssh.user()).isEqualTo("127.0.0.1 40123 root");
        assertThat(new String(ssh.password().orElseThrow().reveal())).isEqualTo("VMware1!");
        assertThat(ssh.hostKey()).contains("ecdsa-sha2-nistp256 AAAA");
        assertThat(host(read, "esxi4.lain.local").ssh()).isEmpty();
        ApiEndpoint own = host(read, "esxi4.lain.local").api().orElseThrow();
        assertThat(own.address() + " " + own.port() + " " + own.user()).isEqualTo("::1 443 root");
        ApiEndpoint vcenter = read.vcenter().orElseThrow();
        assertThat(vcenter.address() + " " + vcenter.port() + " " + vcenter.user() + " " + vcenter.sha256())
                .isEqualTo("127.0.0.1 8443 lab Optional[00ff]");
    }

    private static HostEndpoints host(Endpoints read, String host) {
        return Optional.ofNullable(read.hosts().get(host)).orElseThrow();
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
                "{\"hosts\": {\"a\": {\"api\": {}}}}",
                "{\"hosts\": {\"a\": {\"api\": {\"url\": \"http://a/sdk\"}}}}",
                "{\"hosts\": {\"a\": {\"api\": {\"url\": \"https://a:99999/sdk\"}}}}",
                "{\"hosts\": {\"a\": {\"api\": {\"url\": \"https:///sdk\"}}}}",
                "{\"hosts\": {\"a\": {\"api\": {\"url\": \"\\\\\"}}}}",
                "{\"hosts\": [[[[[[[[[[[[[[[[[[[[[[[[[[",
            })
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> Endpoints.parse("lab.json", json))
                .isInstanceOf(DriverException.class)
                .hasMessageStartingWith("The endpoints in lab.json cannot be used: ");
    }
}
