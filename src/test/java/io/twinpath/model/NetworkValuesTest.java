package io.twinpath.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkValuesTest {

    @Test
    void anIpv6AddressHasOneText() {
        Map<String, String> texts = Map.of(
                "2001:DB8:0:0:0:0:0:10/64", "2001:db8::10/64",
                "::/0", "::/0",
                "::1/128", "::1/128",
                "fe80::/10", "fe80::/10",
                "1:0:0:2:0:0:0:3/64", "1:0:0:2::3/64",
                "1:2:3:4:5:6:7:0/64", "1:2:3:4:5:6:7:0/64");
        texts.forEach((written, text) ->
                assertThat(Ipv6Prefix.parse(written)).as(written).hasToString(text));
        assertThat(Ipv6Prefix.parse("fe80::1/64").isLinkLocal()).isTrue();
        assertThat(Ipv6Prefix.parse("2001:db8::1/64").isLinkLocal()).isFalse();
        for (String bad :
                List.of("", "::", "1::2::3/64", "1:2:3/64", "::1/129", "g::/64", "1:2:3:4:5:6:7:8:9/64", ":::/1")) {
            assertThatThrownBy(() -> Ipv6Prefix.parse(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
        Random random = new Random(6);
        for (int i = 0; i < 1000; i++) {
            Ipv6Prefix prefix = new Ipv6Prefix(sparse(random), sparse(random), random.nextInt(129));
            assertThat(Ipv6Prefix.parse(prefix.toString())).isEqualTo(prefix);
        }
    }

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
    void addressesOfBothVersionsHaveOneSpelling() {
        Random random = new Random(8);
        for (int i = 0; i < 10_000; i++) {
            long gaps = sparse(random);
            Ip six = new Ip(gaps << (random.nextInt(4) * 16), random.nextLong() >>> (random.nextInt(4) * 16), true);
            assertThat(Ip.parse(six.toString())).isEqualTo(six);
            Cidr network = new Cidr(six.network(i % 129), i % 129);
            assertThat(Cidr.parse(network.toString())).isEqualTo(network);
        }
        assertThat(Ip.parse("2001:DB8:0:0:1:0:0:1")).hasToString("2001:db8::1:0:0:1");
        assertThat(Ip.parse("::")).hasToString("::");
        assertThat(Ip.parse("1:0:2:3:4:5:6:7")).hasToString("1:0:2:3:4:5:6:7");
        assertThat(Cidr.parse("10.0.0.7/32")).hasToString("10.0.0.7");
        for (String text :
                List.of("1::2::3", ":::", "1:2:3:4:5:6:7", "::1:2:3:4:5:6:7:8", "12345::", "g::", ":1", "1:")) {
            assertThatThrownBy(() -> Ip.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        for (String text : List.of("10.0.0.7/24", "10.0.0.0/33", "2001:db8::1/32", "2001:db8::/129", "10.0.0.0/")) {
            assertThatThrownBy(() -> Cidr.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
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

    /** With many zero bits, so that there are runs of empty groups. */
    private static long sparse(Random random) {
        long bits = -1;
        for (int i = 0; i < 3; i++) {
            bits &= random.nextLong();
        }
        return bits;
    }
}
