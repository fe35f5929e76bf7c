package io.twinpath.observe.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Paths of published and made-up hosts. */
class StoragePathsTest {

    private static final String CAPTURES = "src/test/resources/esxcli/captures/";
    private static final String A = "iqn.2010-09.org.openindiana:02:bd79a6ff-33c2-41d3-8f0e-9c8d8b6e9fcb";
    private static final String B = "iqn.2010-09.org.openindiana:02:d5773f2f-d5b1-6c61-8ad4-b5a2dac34294";

    /** Answers from memory; what was not put in is refused. */
    private static final class Host implements Reader {
        private final Map<String, String> answers = new HashMap<>();
        private int rounds;

        Host says(String query, String text) {
            answers.put(query, text);
            return this;
        }

        Host printed(String query, String capture) throws IOException {
            return says(query, Files.readString(Path.of(CAPTURES + capture)).replaceAll("\\A(?:# .*\n)+", ""));
        }

        @Override
        public Map<Query, Reply> ask(List<Query> queries) {
            rounds++;
            Map<Query, Reply> replies = new LinkedHashMap<>();
            for (Query query : queries) {
                Optional<String> answer = Optional.ofNullable(answers.get(query.toString()));
                replies.put(
                        query,
                        new Reply(answer.isPresent() ? 0 : 1, Format.TEXT, answer.orElse("No."), query.toString()));
            }
            return replies;
        }

        @Override
        public void close() {}
    }

    private static Host host() throws IOException {
        return new Host()
                .says("iscsi session connection list", "")
                .says("network ip interface ipv4 get", "")
                .says("network ip interface list", "")
                .printed("network nic list", "network-nic-list-6.0-x540.txt");
    }

    @Test
    void localDisksHaveNoCarrierAndAreNotShared() throws Exception {
        Host host = host().printed("storage core path list", "storage-core-path-list-8.0.txt");
        List<StoragePath> paths = StoragePaths.read(host);
        assertThat(host.rounds).isEqualTo(1);
        assertThat(paths).extracting(StoragePath::runtimeName).containsExactly("vmhba32:C0:T0:L0", "vmhba3:C0:T0:L0");
        assertThat(paths).allSatisfy(path -> {
            assertThat(path.active()).isTrue();
            assertThat(path.carrier()).isEmpty();
            assertThat(StoragePaths.shared(path)).isFalse();
        });
    }

    /** A published host's connections, with one session more: another target, another interface, the same ISID. */
    @Test
    void equalSessionIdsWithTwoTargetsAreTwoSessions() throws Exception {
        Host host = host().printed("iscsi session connection list", "iscsi-session-connection-list-5.0.txt")
                .says("network ip interface ipv4 get", addresses())
                .says("network ip interface list", interfaces())
                .says(failover("iSCSI"), "   Active Adapters: vmnic9, vmnic1\n   Standby Adapters: \n")
                .says(failover("iSCSI-B"), "   Active Adapters: vmnic2\n   Standby Adapters: \n")
                .says("storage core path list", path(A, 0) + "\n" + path(B, 1));
        host.says(
                "iscsi session connection list",
                host.answers.get("iscsi session connection list") + "\nvmhba33," + B + ",00023d000001,0\n   Target: "
                        + B + "\n   ISID: 00023d000001\n   LocalAddress: 192.168.2.106\n");
        List<StoragePath> paths = StoragePaths.read(host);
        assertThat(host.rounds).isEqualTo(2);
        assertThat(paths)
                .extracting(p -> p.carrier().orElseThrow())
                .containsExactly(
                        new StoragePath.Carrier("vmk1", "iSCSI", Optional.of("vmnic1"), x540()),
                        new StoragePath.Carrier("vmk2", "iSCSI-B", Optional.of("vmnic2"), x540()));
        assertThat(paths).allMatch(StoragePaths::shared);
    }

    @Test
    void whatTheHostRefusesIsNotAnEmptyList() throws Exception {
        Host host = host();
        assertThatThrownBy(() -> StoragePaths.read(host))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("storage core path list");
    }

    private static Optional<String> x540() {
        return Optional.of("Intel Corporation Ethernet Controller 10 Gigabit X540-AT2");
    }

    private static String interfaces() {
        return """
                vmk1
                   Name: vmk1
                   Portgroup: iSCSI

                vmk2
                   Name: vmk2
                   Portgroup: iSCSI-B
                """;
    }

    private static String addresses() {
        return """
                Name  IPv4 Address   IPv4 Netmask   IPv4 Broadcast  Address Type  DHCP DNS
                ----  -------------  -------------  --------------  ------------  --------
                vmk1  192.168.1.106  255.255.255.0  192.168.1.255   STATIC           false
                vmk2  192.168.2.106  255.255.255.0  192.168.2.255   STATIC           false
                """;
    }

    private static String failover(String portGroup) {
        return "network vswitch standard portgroup policy failover get --portgroup-name=" + portGroup;
    }

    private static String path(String target, int number) {
        String uid = "iqn.1998-01.com.vmware:macm-38de6805-00023d000001," + target + ",t,1-naa.600144f0" + number;
        return uid + "\n   UID: " + uid + "\n   Runtime Name: vmhba33:C" + number + ":T0:L0\n   Device: naa.600144f0"
                + number + "\n   State: active\n   Transport: iscsi\n";
    }
}
