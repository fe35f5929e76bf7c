package io.twinpath.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void readsWhatItPrints() {
        List<String> names = List.of("vSwitch0", "VM Network", "storage_a/0", "a:b/c", "Misc.APDTimeout", "端口组", "=x");
        for (String name : names) {
            Address onHost = Address.onHost("port_group", "esxi3.lain.local", name);
            assertThat(Address.parse(onHost.toString())).contains(onHost);
            Address inCluster = new Address("dvs", new Scope.Cluster("lain"), name);
            assertThat(Address.parse(inCluster.toString())).contains(inCluster);
        }
        assertThat(Address.parse("vm:pomf")).contains(Address.inSite("vm", "pomf"));
    }

    @Test
    void anyTextIsAnAddressOrNone() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append("ab:/=.cluster \u0000\u202e-9".charAt(random.nextInt(18)));
            }
            Address.parse(text.toString())
                    .ifPresent(a -> assertThat(Address.parse(a.toString())).contains(a));
        }
    }

    @Test
    void refusesHostNamesThatCouldBeOptionsOrPaths() {
        for (String name : List.of("-oProxyCommand=x", "a..b", "", "a b", "../x", "a_b", "x".repeat(64), "é.local")) {
            assertThat(Names.isHost(name)).as(name).isFalse();
            assertThatThrownBy(() -> new Scope.Host(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Names.isHost("esxi3.lain.local")).isTrue();
        assertThat(Names.isHost("10.0.0.13")).isTrue();
    }

    @Test
    void ordersByHostThenKind() {
        Address a = Address.onHost("vswitch", "a", "z");
        Address b = Address.onHost("card", "b", "a");
        assertThat(a).isLessThan(b);
    }
}
