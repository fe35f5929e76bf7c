package io.twinpath.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkValuesTest {

    @Test
    void addressesSurviveAsText() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Ipv4 ip = new Ipv4(random.nextInt());
            assertThat(Ipv4.parse(ip.toString())).isEqualTo(ip);
            Ipv4Prefix prefix = new Ipv4Prefix(ip.bits(), random.nextInt(33));
            assertThat(Ipv4Prefix.parse(prefix.toString())).isEqualTo(prefix);
            assertThat(Ipv4Prefix.of(prefix.ip(), prefix.netmask())).isEqualTo(prefix);
            assertThat(prefix.contains(ip)).isTrue();
        }
    }

    @Test
    void refusesWhatOtherToolsWouldReadDifferently() {
        for (String text : List.of("010.0.0.1", "10.0.0", "10.0.0.1.1", "10.0.0.256", " 10.0.0.1", "0x0a.0.0.1", "")) {
            assertThatThrownBy(() -> Ipv4.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        for (String text : List.of("10.0.0.1", "10.0.0.1/33", "10.0.0.1/-1", "10.0.0.1/", "10.0.0.1/255.0.0.0")) {
            assertThatThrownBy(() -> Ipv4Prefix.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Ipv4Prefix.of(Ipv4.parse("10.0.0.1"), Ipv4.parse("255.0.255.0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPortalHasTheStandardPortUnlessToldOtherwise() {
        assertThat(Portal.parse("10.20.0.11")).isEqualTo(Portal.parse("10.20.0.11:3260"));
        assertThatThrownBy(() -> Portal.parse("10.20.0.11:0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Portal.parse("10.20.0.11:65536")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void macsAreComparedInOneSpelling() {
        assertThat(Mac.parse("78-AC-44-07-B2-C4")).isEqualTo(Mac.parse("78:ac:44:07:b2:c4"));
        assertThatThrownBy(() -> Mac.parse("78:ac:44:07:b2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretIsAlwaysAReference() {
        assertThat(SecretRef.parse("secret://exec/pass show esxi").locator()).isEqualTo("pass show esxi");
        assertThatThrownBy(() -> SecretRef.parse("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }
}
