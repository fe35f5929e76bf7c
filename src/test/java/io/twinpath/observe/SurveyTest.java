package io.twinpath.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.Kinds;
import io.twinpath.kind.card.Card;
import io.twinpath.kind.card.CardKind;
import io.twinpath.kind.nic.Nic;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Observed;
import io.twinpath.model.PortRef;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A look for everything that a host has. */
class SurveyTest {

    private static final String A = "esxi1.lain.local";
    private static final Kinds KINDS = Kinds.standard(new Catalogue(new TreeMap<>()));
    private static final String SWITCHES = "network vswitch standard list";
    private static final String GROUPS = "network vswitch standard portgroup list";
    private static final String SECURITY = "network vswitch standard policy security get --vswitch-name=s0";
    private static final String SHAPING = "network vswitch standard policy shaping get --vswitch-name=s0";
    private static final String FAILOVER = "network vswitch standard policy failover get --vswitch-name=s0";

    private final MemoryDriver driver = new MemoryDriver();

    private Snapshot look(Census census, Target<?>... targets) throws InterruptedException {
        return new Observer(KINDS, driver, 1, () -> Instant.EPOCH)
                .survey(List.of(A), List.of(targets), census, Progress.silent());
    }

    private MemoryDriver.Host host() {
        return driver.host(A)
                .says(SWITCHES, "s0\n   Name: s0\n   MTU: 1500\n   Uplinks: vmnic0\n")
                .says(FAILOVER, "   Failback: true\n")
                .says(SHAPING, "   Enabled: false\n")
                .says(SECURITY, "   Allow Promiscuous: false\n");
    }

    private static Address at(String kind, String name) {
        return Address.onHost(kind, A, name);
    }

    @Test
    void whatTheListsNameIsReadWholeInTheSecondRound() throws Exception {
        MemoryDriver.Host host = host();
        Snapshot seen = look(Census.of(Set.of("vswitch")));
        assertThat(host.rounds()).hasSize(2);
        assertThat(host.rounds().get(0)).contains(SWITCHES).doesNotContain(GROUPS);
        assertThat(host.rounds().get(1)).containsExactly(FAILOVER, SECURITY, SHAPING);
        assertThat(seen.facts()).containsOnlyKeys(at("vswitch", "s0"));
        assertThat(seen.unlisted()).isEmpty();
    }

    @Test
    void withoutACensusNothingMoreIsRead() throws Exception {
        MemoryDriver.Host host = host();
        assertThat(look(Census.none()).facts()).isEmpty();
        assertThat(host.rounds()).hasSize(1);
        assertThat(host.rounds().get(0)).doesNotContain(SWITCHES);
    }

    @Test
    void aListThatCannotBeReadIsNotAnEmptyOne() throws Exception {
        host();
        Snapshot seen = look(Census.of(Set.of("vswitch", "port_group")));
        assertThat(seen.facts()).containsOnlyKeys(at("vswitch", "s0"));
        assertThat(seen.unlisted())
                .singleElement()
                .satisfies(u -> assertThat(u.kind()).isEqualTo("port_group"))
                .satisfies(u -> assertThat(u.reason()).contains(GROUPS).contains("No permission"));
    }

    @Test
    void whatATargetNamesIsNotFoundAgain() throws Exception {
        host();
        Target<?> declared = new Target<>(at("vswitch", "s0"), Optional.empty());
        assertThat(look(Census.of(Set.of("vswitch")), declared).facts()).hasSize(1);
    }

    private static final String PCI = """
            0000:04:00.0
               Address: 0000:04:00.0
               Vendor ID: 0x14e4
               Device ID: 0x168e
               Device Class: 0x0200
               Physical Slot: 3

            0000:04:00.1
               Address: 0000:04:00.1
               Vendor ID: 0x14e4
               Device ID: 0x168e
               Device Class: 0x0200
               Physical Slot: 3

            0000:05:00.0
               Address: 0000:05:00.0
               Vendor ID: 0x15b3
               Device ID: 0x6750
               Device Class: 0x0200
               Physical Slot: 5

            0000:06:00.0
               Address: 0000:06:00.0
               Vendor ID: 0x1000
               Device ID: 0x0079
               Device Class: 0x0104
               Physical Slot: 1
            """;
    private static final String NICS = """
            Name    PCI Device    Driver  Admin Status  Link Status  Speed  Duplex  MAC Address         MTU
            ------  ------------  ------  ------------  -----------  -----  ------  -----------------  ----
            vmnic4  0000:04:00.0  qfle3   Up            Up           10000  Full    00:10:18:00:00:04  1500
            vmnic5  0000:04:00.1  qfle3   Up            Up           10000  Full    00:10:18:00:00:05  1500
            """;

    private static Target<Card> card(String name, Map<String, String> fields) {
        Map<String, Value> values = new LinkedHashMap<>();
        fields.forEach((k, v) -> values.put(k, Value.text(v)));
        CardKind kind = new CardKind(new Catalogue(new TreeMap<>()));
        return new Target<>(at("card", name), kind.shape().restore(new Value.Fields(values)));
    }

    /** The card in slot 3 is the one at 0000:04:00; the other, which no driver took, is nobody's. */
    @Test
    void aCardIsTheSameUnderEitherName() throws Exception {
        driver.host(A).says("hardware pci list", PCI).says("network nic list", NICS);
        Snapshot seen =
                look(Census.of(Set.of("card")), card("storage", Map.of("model", "broadcom-57810", "slot", "3")));
        assertThat(seen.facts()).containsOnlyKeys(at("card", "storage"), at("card", "0000:05:00"));
        assertThat(seen.fact(at("card", "0000:05:00")).orElseThrow().observed())
                .asString()
                .contains("15b3:6750");
    }

    @Test
    void aPortIsTheSameUnderEitherName() throws Exception {
        driver.host(A)
                .says("hardware pci list", PCI)
                .says("network nic list", NICS)
                .says("network nic get --nic-name=vmnic4", "   Auto Negotiation: true\n")
                .says("network nic get --nic-name=vmnic5", "   Auto Negotiation: true\n");
        Target<Card> storage = card("storage", Map.of("model", "broadcom-57810", "slot", "3"));
        Nic port = new Nic(
                PortRef.parse("storage/0"),
                Optional.of(true),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Snapshot seen =
                look(Census.of(Set.of("nic")), storage, new Target<>(at("nic", "storage/0"), Optional.of(port)));
        assertThat(seen.facts()).containsOnlyKeys(at("card", "storage"), at("nic", "storage/0"), at("nic", "vmnic5"));
    }

    @Test
    void settingsAreReadFromTheListOfThoseThatDiffer() throws Exception {
        MemoryDriver.Host host = driver.host(A)
                .says(
                        "system settings advanced list --delta",
                        "   Path: /Misc/APDTimeout\n   Type: integer\n   Int Value: 180\n");
        Snapshot seen = look(Census.of(Set.of("advanced")));
        assertThat(host.rounds()).hasSize(1);
        assertThat(seen.fact(at("advanced", "Misc.APDTimeout")).orElseThrow().observed())
                .isInstanceOf(Observed.Present.class)
                .asString()
                .contains("180");
    }
}
