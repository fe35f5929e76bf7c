package io.twinpath.kind.vmkernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.model.Address;
import io.twinpath.model.Ipv4Prefix;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VMkernelSshTest {

    private static final Address VMK0 = Address.onHost("vmkernel", "esxi1", "vmk0");
    private static final EsxcliQuery LIST = EsxcliQuery.of("network ip interface list");
    private static final EsxcliQuery ADDRESSES = EsxcliQuery.of("network ip interface ipv4 get");
    private static final EsxcliQuery TAGS =
            EsxcliQuery.of("network ip interface tag get", Option.of("interface-name", "vmk0"));

    private final VMkernelSsh binding = new VMkernelSsh();

    private static Replies replies(String ip, String gateway) {
        Replies replies = Replies.none();
        replies.add(Map.of(
                LIST,
                reply("vmk0\n   Name: vmk0\n   Portgroup: Storage\n   MTU: 1500\n"),
                ADDRESSES,
                reply("Name  IPv4 Address  IPv4 Netmask   IPv4 Broadcast  Address Type  Gateway\n"
                        + "----  ------------  -------------  --------------  ------------  -------\n"
                        + "vmk0  %-12s  255.255.255.0  10.0.0.255      STATIC        %s\n".formatted(ip, gateway))));
        return replies;
    }

    private static Reply reply(String text) {
        return new Reply(0, Format.TEXT, text, "esxi1");
    }

    private static Optional<VMkernel> wanted(String ip) {
        return Optional.of(new VMkernel(
                "Storage",
                Optional.of(Ipv4Prefix.parse(ip)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.512, 0.0.0.0", "10.0.0.11, router"})
    void anAddressThatIsNoneIsUnreadableAlsoWhenTheQueriesAreNamed(String ip, String gateway) {
        Replies replies = replies(ip, gateway);
        assertThat(binding.queries(VMK0, wanted("10.0.0.12/24"), replies)).contains(LIST, ADDRESSES);
        assertThatThrownBy(() -> binding.read(VMK0, wanted("10.0.0.12/24"), replies))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("an IPv4 address is four numbers");
    }

    @Test
    void theServicesAreReadBeforeTheAddressMoves() {
        assertThat(binding.queries(VMK0, wanted("10.0.0.11/24"), replies("10.0.0.11", "0.0.0.0")))
                .doesNotContain(TAGS);
        assertThat(binding.queries(VMK0, wanted("10.0.0.12/24"), replies("10.0.0.11", "0.0.0.0")))
                .contains(TAGS);
    }
}
