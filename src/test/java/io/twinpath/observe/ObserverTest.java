package io.twinpath.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverException.Problem;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.advanced.AdvancedKind;
import io.twinpath.kind.array.ArrayKind;
import io.twinpath.kind.card.CardKind;
import io.twinpath.kind.nic.NicKind;
import io.twinpath.kind.vswitch.VSwitchKind;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObserverTest {

    private static final String A = "esxi1.lain.local";
    private static final String B = "esxi2.lain.local";
    private static final String SWITCHES = "network vswitch standard list";
    private static final String GROUPS = "network vswitch standard portgroup list";
    private static final String SETTINGS = "system settings advanced list";
    private static final CardKind CARD = new CardKind(new Catalogue(new TreeMap<>()));

    private final MemoryDriver driver = new MemoryDriver();

    private Snapshot look(List<String> hosts, List<Target<?>> targets) throws InterruptedException {
        return look(hosts, targets, 2);
    }

    private Snapshot look(List<String> hosts, List<Target<?>> targets, int concurrency) throws InterruptedException {
        Kinds kinds = Kinds.standard(new Catalogue(new TreeMap<>()));
        Snapshot seen = new Observer(kinds, driver, concurrency, () -> Instant.EPOCH)
                .observe(hosts, targets, Progress.silent());
        assertThat(driver.open()).as("sessions left open").isZero();
        return seen;
    }

    private MemoryDriver.Host site(String host) {
        return driver.host(host)
                .says(
                        SWITCHES,
                        "s0\n   Name: s0\n   MTU: 1500\n   Uplinks: vmnic0\n\ns1\n   Name: s1\n   MTU: 9000\n   Uplinks: \n")
                .says(GROUPS, "Name  Virtual Switch\n----  --------------\ng     s0\n")
                .says(
                        "network vswitch standard portgroup policy failover get --portgroup-name=g",
                        "   Failback: true\n");
    }

    private static <D extends Record & Desired> Target<D> target(
            Kind<D> kind, String host, String name, Map<String, String> wanted) {
        Map<String, Value> fields = new LinkedHashMap<>();
        wanted.forEach((field, text) -> fields.put(field, Value.text(text)));
        return new Target<>(
                Address.onHost(kind.name(), host, name), kind.shape().restore(new Value.Fields(fields)));
    }

    private static Target<?> vswitch(String host, String name) {
        return target(new VSwitchKind(), host, name, Map.of("mtu", "1500"));
    }

    /** Of which nothing is said, so that all is asked. */
    private static Target<?> group(String host, String name) {
        return new Target<>(Address.onHost("port_group", host, name), Optional.empty());
    }

    private static Observed<?> seen(Snapshot snapshot, Target<?> target) {
        return snapshot.fact(target.address()).orElseThrow().observed();
    }

    @Test
    void equalQuestionsOfManyAreAskedOnceInTheOrderOfTheirWords() throws Exception {
        MemoryDriver.Host host = site(A);
        List<Target<?>> targets = List.of(group(A, "nothing"), vswitch(A, "s1"), vswitch(A, "s0"), vswitch(A, "s2"));
        Snapshot seen = look(List.of(A), targets);
        assertThat(host.rounds()).containsExactly(List.of(SWITCHES, GROUPS, "system uuid get", "system version get"));
        assertThat(seen.hosts())
                .containsExactly(Map.entry(A, new HostFact.Reached("uuid-of-" + A, "6.7.0", "14320388")));
        assertThat(seen(seen, vswitch(A, "s2"))).isEqualTo(new Observed.Absent<>());
        assertThat(seen(seen, vswitch(A, "s1"))).asString().contains("mtu=Optional[9000]");
    }

    @Test
    void theSecondRoundAsksOnlyWhatTheFirstMadeKnown() throws Exception {
        MemoryDriver.Host host = site(A);
        look(List.of(A), List.of(group(A, "g"), vswitch(A, "s0")));
        assertThat(host.rounds()).hasSize(2);
        assertThat(host.rounds().get(1))
                .containsExactly(
                        "network vswitch standard portgroup policy failover get --portgroup-name=g",
                        "network vswitch standard portgroup policy security get --portgroup-name=g",
                        "network vswitch standard portgroup policy shaping get --portgroup-name=g");
    }

    @Test
    void manySettingsAreAskedInOneList() throws Exception {
        for (int count : List.of(5, 6, 12)) {
            String host = "esxi" + count + ".lain.local";
            driver.host(host).says(SETTINGS, "   Path: /N/S0\n   Type: integer\n   Int Value: 7\n");
            List<Target<?>> targets = new ArrayList<>();
            IntStream.range(0, count)
                    .forEach(i -> targets.add(target(new AdvancedKind(), host, "N.S" + i, Map.of("value", "1"))));
            Snapshot seen = look(List.of(host), targets);
            List<List<String>> rounds = driver.host(host).rounds();
            assertThat(rounds).hasSize(1);
            assertThat(rounds.get(0)).hasSize(count < 6 ? 2 + count : 3);
            assertThat(rounds.get(0).contains(SETTINGS)).isEqualTo(count >= 6);
            assertThat(seen.facts().values().stream().filter(f -> f.observed() instanceof Observed.Present<?>))
                    .hasSize(count < 6 ? 0 : 1);
        }
    }

    @Test
    void aHostThatFailsTakesNoOtherWithIt() throws Exception {
        Map<Problem, HostFact.Cause> causes = Map.of(
                Problem.UNREACHABLE, HostFact.Cause.UNREACHABLE,
                Problem.IN_DOUBT, HostFact.Cause.UNREACHABLE,
                Problem.UNTRUSTED, HostFact.Cause.UNTRUSTED,
                Problem.UNAUTHENTICATED, HostFact.Cause.UNAUTHENTICATED,
                Problem.PROTOCOL, HostFact.Cause.PROTOCOL);
        assertThat(causes).containsOnlyKeys(Problem.values());
        site(A);
        for (Problem problem : Problem.values()) {
            site(B).fails(round -> {
                throw new DriverException(problem, "It is gone.");
            });
            Snapshot seen = look(List.of(A, B), List.of(vswitch(A, "s0"), vswitch(B, "s0")));
            assertThat(seen(seen, vswitch(A, "s0"))).isInstanceOf(Observed.Present.class);
            assertThat(seen(seen, vswitch(B, "s0"))).isEqualTo(new Observed.Unreadable<>("It is gone."));
            assertThat(seen.hosts())
                    .containsEntry(
                            B,
                            new HostFact.Unreached(
                                    Optional.ofNullable(causes.get(problem)).orElseThrow(), "It is gone."));
        }
    }

    /** What the first round told is not mixed with what the second did not. */
    @Test
    void aHostThatIsLostOnTheWayTellsNothing() throws Exception {
        site(A).fails(round -> {
            if (round == 2) {
                throw new DriverException(Problem.IN_DOUBT, "The connection was lost.");
            }
        });
        Snapshot seen = look(List.of(A), List.of(group(A, "g"), vswitch(A, "s0")));
        assertThat(seen.hosts())
                .containsValue(new HostFact.Unreached(HostFact.Cause.UNREACHABLE, "The connection was lost."));
        assertThat(seen.facts().values())
                .hasSize(2)
                .extracting(Fact::observed)
                .allMatch(o -> o instanceof Observed.Unreadable<?>);
    }

    @Test
    void whatCannotBeReadIsNotAbsent() throws Exception {
        driver.host(A).says(SWITCHES, "").says(GROUPS, "s0\n   Name");
        Snapshot seen = look(List.of(A), List.of(vswitch(A, "s0"), group(A, "g"), nic(A)));
        assertThat(seen(seen, vswitch(A, "s0"))).isEqualTo(new Observed.Absent<>());
        assertThat(seen(seen, group(A, "g")))
                .isInstanceOf(Observed.Unreadable.class)
                .asString()
                .contains(GROUPS + ", line 2: ")
                .endsWith(". The host runs ESXi 6.7.0 (build 14320388).]");
        assertThat(seen(seen, nic(A))).asString().startsWith("Unreadable").contains("card was not found");
    }

    private static Target<?> nic(String host) {
        return target(new NicKind(), host, "fast", Map.of("port", "storage/0", "auto_negotiation", "true"));
    }

    /** The card is found in the first round; which NIC its port is, and its details, in the second. */
    @Test
    void portsOfCardsBecomeTheHostsNames() throws Exception {
        String pci = """
                0000:04:00.0
                   Address: 0000:04:00.0
                   Vendor ID: 0x14e4
                   Device ID: 0x168e
                   Device Class: 0x0200
                   Physical Slot: 5
                """;
        String nics = """
                Name    PCI Device    Admin Status
                ------  ------------  ------------
                vmnic7  0000:04:00.0  Up
                """;
        MemoryDriver.Host host = driver.host(A)
                .says("hardware pci list", pci)
                .says("network nic list", nics)
                .says("network nic get --nic-name=vmnic7", "   Auto Negotiation: false\n");
        Target<?> card = target(CARD, A, "storage", Map.of("model", "m", "slot", "5"));
        Snapshot seen = look(List.of(A), List.of(card, nic(A)));
        assertThat(host.rounds()).hasSize(2);
        assertThat(host.rounds().get(1)).containsExactly("network nic get --nic-name=vmnic7");
        assertThat(seen(seen, nic(A))).asString().contains("vmnic7").contains("autoNegotiation=Optional[false]");
    }

    @Test
    void whatIsElsewhereOrNotReadOverThisTransportIsLeftOut() throws Exception {
        site(A);
        Target<?> array = target(new ArrayKind(), A, "stor1", Map.of());
        Snapshot seen = look(List.of(A), List.of(vswitch(B, "s0"), array));
        assertThat(seen.facts()).isEmpty();
        assertThat(seen.hosts()).containsOnlyKeys(A);
    }

    /** Each host answers only when the next has: the last comes first, and the snapshot does not show it. */
    @Test
    void equalAnswersGiveEqualSnapshotsWhateverCameFirst() throws Exception {
        List<String> hosts =
                IntStream.range(0, 8).mapToObj(i -> "esxi" + i + ".lain.local").toList();
        List<Target<?>> targets = new ArrayList<>();
        hosts.forEach(h -> {
            site(h);
            targets.addAll(List.of(vswitch(h, "s0"), group(h, "g")));
        });
        Snapshot inOrder = look(hosts, targets, 1);
        List<CountDownLatch> answered =
                hosts.stream().map(h -> new CountDownLatch(1)).toList();
        for (int i = 0; i < hosts.size(); i++) {
            int own = i;
            site(hosts.get(i)).fails(round -> {
                answered.get(own).countDown();
                if (own + 1 < hosts.size()) {
                    await(answered.get(own + 1));
                }
            });
        }
        assertThat(look(hosts, targets, 8)).isEqualTo(inOrder);
        assertThat(inOrder.facts()).hasSize(16);
    }

    private static void await(CountDownLatch latch) throws DriverException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new DriverException(Problem.UNREACHABLE, "The next host was not asked at the same time.");
            }
        } catch (InterruptedException e) {
            throw new DriverException(Problem.UNREACHABLE, "Interrupted.", e);
        }
    }
}
