package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.advanced.AdvancedKind;
import io.twinpath.kind.iscsi.IscsiKind;
import io.twinpath.kind.multipath.MultipathKind;
import io.twinpath.kind.netstack.NetstackKind;
import io.twinpath.kind.nic.NicKind;
import io.twinpath.kind.portgroup.PortGroupKind;
import io.twinpath.kind.vmkernel.VMkernelKind;
import io.twinpath.kind.vswitch.VSwitchKind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a kind sends is what it reads back, and the opposite change restores the host to the letter. */
class RoundTripTest {

    private static final List<String> PORTS = List.of("vmnic0", "vmnic1", "vmnic2", "vmnic3");

    private final Random random = new Random(20221013);

    @Test
    void virtualSwitches() throws UnreadableException {
        for (int i = 0; i < 300; i++) {
            FakeHost host = site();
            trip(new VSwitchKind(), host, random.nextBoolean() ? "vSwitch0" : "vSwitch9", vswitch());
        }
    }

    @Test
    void portGroups() throws UnreadableException {
        for (int i = 0; i < 300; i++) {
            Map<String, Object> wanted = maybe(Map.of("vlan", "20", "teaming", teaming(List.of("vmnic0", "vmnic1"))));
            wanted.put("vswitch", random.nextBoolean() ? "vSwitch0" : "vSwitch1");
            if (random.nextBoolean()) {
                wanted.put("shaping", shaping());
            } else if (random.nextBoolean()) {
                wanted.put(
                        "inherit", wanted.containsKey("teaming") ? List.of("shaping") : List.of("shaping", "teaming"));
            }
            FakeHost host = site();
            if (random.nextBoolean()) {
                Objects.requireNonNull(host.groups.get("Storage")).put("Enabled", "false");
            }
            trip(new PortGroupKind(), host, random.nextBoolean() ? "Storage" : "New", wanted);
        }
    }

    @Test
    void interfaces() throws UnreadableException {
        for (int i = 0; i < 300; i++) {
            Map<String, Object> wanted = maybe(Map.of(
                    "ip", "10.0.0." + random.nextInt(254) + "/24", "mtu", "9000", "services", List.of("vmotion")));
            if (random.nextBoolean()) {
                wanted.put(
                        "ipv6",
                        maybe(Map.of(
                                "dhcp",
                                "true",
                                "router_advertisement",
                                "true",
                                "addresses",
                                some(List.of("2001:db8::1/64", "2001:db8::2/64")))));
            }
            wanted.put("port_group", random.nextBoolean() ? "Storage" : "Other");
            trip(new VMkernelKind(), site(), random.nextBoolean() ? "vmk0" : "vmk1", wanted);
        }
    }

    @Test
    void softwareIscsi() throws UnreadableException {
        for (int i = 0; i < 300; i++) {
            Map<String, Object> wanted = maybe(Map.of(
                    "port_binding", some(List.of("vmk1", "vmk2", "vmk3")),
                    "send_targets", some(List.of("10.20.0.11", "10.21.0.11", "10.20.0.12"))));
            wanted.put("enabled", random.nextInt(4) > 0);
            FakeHost host = site();
            if (random.nextBoolean()) {
                host.iscsi.putAll(Map.of("enabled", "true", "bound", "vmk1", "send", "10.20.0.11:3260"));
            }
            trip(new IscsiKind(), host, "software", wanted);
        }
    }

    /** CHAP by reference, names and parameters, on an adapter that is on already and has no CHAP. */
    @Test
    void adapterSettings() throws UnreadableException {
        for (int i = 0; i < 200; i++) {
            Map<String, Object> chap = Map.of("level", "required", "user", "esxi3", "secret", "secret://env/CHAP");
            Map<String, Object> wanted = maybe(Map.of(
                    "iqn",
                    "iqn.2022-10.lain.local:esxi3",
                    "alias",
                    "esxi3",
                    "chap",
                    chap,
                    "parameters",
                    Map.of("DelayedAck", "false", "LoginTimeout", "5")));
            if (wanted.containsKey("chap") && random.nextBoolean()) {
                wanted.put("mutual_chap", Map.of("level", "required", "user", "stor1", "secret", "secret://env/BACK"));
            }
            wanted.put("enabled", "true");
            FakeHost host = site();
            host.iscsi.put("enabled", "true");
            host.iscsi.put("send", "10.20.0.11:3260");
            List<String> acks = List.of("true", "false", "inherit");
            if (random.nextBoolean()) {
                wanted.put(
                        "portal_parameters", Map.of("10.20.0.11", Map.of("DelayedAck", acks.get(random.nextInt(3)))));
                wanted.put(
                        "target_parameters",
                        Map.of("10.20.0.11/iqn.a", Map.of("DelayedAck", acks.get(random.nextInt(3)))));
                host.own.put("10.20.0.11:3260 iqn.a", "false");
            }
            trip(new IscsiKind(), host, "software", wanted);
        }
    }

    @Test
    void ports() throws UnreadableException {
        List<Map<String, Object>> links = List.of(
                Map.of(),
                Map.of("auto_negotiation", "true"),
                Map.of("speed", "1000", "duplex", "full"),
                Map.of("speed", "10000"),
                Map.of("speed", "100", "duplex", "half", "auto_negotiation", "false"));
        for (String enabled : List.of("true", "false", "")) {
            for (Map<String, Object> link : links) {
                for (String port : List.of("vmnic0", "vmnic1")) {
                    Map<String, Object> wanted = new LinkedHashMap<>(link);
                    wanted.put("port", port);
                    if (!enabled.isEmpty()) {
                        wanted.put("enabled", enabled);
                    }
                    trip(new NicKind(), site(), port, wanted);
                }
            }
        }
    }

    @Test
    void whatIsDeletedComesBackWhole() throws UnreadableException {
        FakeHost empty = site();
        empty.interfaces.clear();
        deleted(new PortGroupKind(), empty, "Storage");
        empty.groups.clear();
        deleted(new VSwitchKind(), empty, "vSwitch0");
        deleted(new VMkernelKind(), site(), "vmk0");
        deleted(new NetstackKind(), site(), "backup");
    }

    static <D extends Record & Desired> void deleted(Kind<D> kind, FakeHost host, String name)
            throws UnreadableException {
        Address address = Address.onHost(kind.name(), "esxi3.lain.local", name);
        Binding<D> binding = kind.bindings().get(0);
        String before = host.state();
        if (!(read(kind, host, address, Optional.empty()) instanceof Observed.Present<D> present)) {
            throw new AssertionError(name + " is not there");
        }
        Resource<D> gone =
                new Resource<>(address, Optional.empty(), Span.of("test.yml", 1, 1, 0), new TreeMap<>(), Set.of());
        Diagnostics none = new Diagnostics();
        kind.check(gone, none);
        assertThat(none.sorted()).isEmpty();
        host.send(binding.script(new Change.Delete<>(gone, present.value())));
        assertThat(read(kind, host, address, Optional.empty())).isEqualTo(new Observed.Absent<>());
        host.send(binding.script(new Change.Create<>(gone, present.value())));
        assertThat(host.state()).isEqualTo(before);
    }

    @Test
    void stacks() throws UnreadableException {
        trip(new NetstackKind(), site(), "vmotion", Map.of());
        trip(new NetstackKind(), site(), "backup", Map.of());
    }

    @Test
    void multipathing() throws UnreadableException {
        Map<String, Object> roundRobin = Map.of("psp", "VMW_PSP_RR", "iops", "1");
        for (int i = 0; i < 100; i++) {
            Map<String, Object> wanted = maybe(Map.of(
                    "rules",
                            Map.of(
                                    "lio",
                                    Map.of("satp", "VMW_SATP_ALUA", "vendor", "LIO-ORG", "psp_options", "iops=1")),
                    "devices", Map.of("naa.1", random.nextBoolean() ? roundRobin : Map.of("psp", "VMW_PSP_FIXED")),
                    "vendors", Map.of("LIO-ORG", roundRobin)));
            FakeHost host = site();
            if (random.nextBoolean()) {
                host.rules.add("satp=VMW_SATP_ALUA;vendor=LIO-ORG;psp=VMW_PSP_RR");
            }
            trip(new MultipathKind(), host, "psa", wanted);
        }
    }

    @Test
    void advancedSettings() throws UnreadableException {
        trip(new AdvancedKind(), site(), "Misc.APDTimeout", Map.of("value", "180"));
        trip(new AdvancedKind(), site(), "Misc.APDTimeout", Map.of("value", "140"));
    }

    private Map<String, Object> vswitch() {
        List<String> uplinks = some(PORTS);
        return maybe(Map.of(
                "uplinks", uplinks, "mtu", "9000", "cdp", "both", "teaming", teaming(uplinks), "shaping", shaping()));
    }

    private Map<String, Object> shaping() {
        return random.nextBoolean()
                ? Map.of("enabled", "false")
                : Map.of("enabled", "true", "average", "1000", "peak", "2000", "burst", "100");
    }

    private Map<String, Object> teaming(List<String> uplinks) {
        Map<String, Object> teaming = maybe(Map.of("load_balancing", "explicit", "failback", "false"));
        if (random.nextBoolean()) {
            int split = 1 + random.nextInt(uplinks.size());
            teaming.put("active", uplinks.subList(0, split));
            teaming.put("standby", uplinks.subList(split, uplinks.size()));
        }
        return teaming;
    }

    private List<String> some(List<String> all) {
        return all.subList(0, 1 + random.nextInt(all.size()));
    }

    private Map<String, Object> maybe(Map<String, Object> all) {
        Map<String, Object> some = new LinkedHashMap<>();
        new TreeMap<>(all).forEach((k, v) -> {
            if (random.nextInt(3) > 0) {
                some.put(k, v);
            }
        });
        return some;
    }

    static FakeHost site() {
        FakeHost host = new FakeHost();
        for (String name : List.of("vSwitch0", "vSwitch1")) {
            host.switches.put(
                    name,
                    new TreeMap<>(Map.of(
                            "MTU",
                            "1500",
                            "CDP Status",
                            "listen",
                            "Uplinks",
                            "vmnic0,vmnic1",
                            "Active Adapters",
                            "vmnic1",
                            "Standby Adapters",
                            "vmnic0",
                            "Load Balancing",
                            "srcport",
                            "Failback",
                            "true",
                            "Enabled",
                            "false")));
        }
        host.groups.put(
                "Storage",
                new TreeMap<>(Map.of("Virtual Switch", "vSwitch0", "VLAN ID", "7", "own Load Balancing", "iphash")));
        host.interfaces.put(
                "vmk0",
                new TreeMap<>(Map.of(
                        "Portgroup",
                        "Storage",
                        "MTU",
                        "1500",
                        "Netstack Instance",
                        "defaultTcpipStack",
                        "Address Type",
                        "STATIC",
                        "IPv4 Address",
                        "10.0.0.13",
                        "IPv4 Netmask",
                        "255.255.255.0",
                        "DHCPv6 Enabled",
                        "false",
                        "Router Adv Enabled",
                        "true",
                        "v6",
                        "2001:db8::1/64",
                        "Tags",
                        "Management")));
        for (int i : IntStream.range(1, 4).toArray()) {
            host.devices.put(
                    "naa." + i,
                    new TreeMap<>(Map.of(
                            "Vendor", i == 3 ? "ATA" : "LIO-ORG",
                            "Path Selection Policy", "VMW_PSP_MRU",
                            "Path Selection Policy Device Config", "")));
        }
        host.nics.put("vmnic0", nic("true", "10000", "Full"));
        host.nics.put("vmnic1", nic("false", "1000", "Half"));
        for (String direction : List.of("uni", "mutual")) {
            host.chap.put(direction, new TreeMap<>(Map.of("Level", "prohibited", "Auth Name", "", "secret", "")));
        }
        host.settings.put(
                "/Misc/APDTimeout",
                new TreeMap<>(Map.of("Type", "integer", "Int Value", "140", "Min Value", "20", "Max Value", "999999")));
        return host;
    }

    private static Map<String, String> nic(String negotiates, String speed, String duplex) {
        return new TreeMap<>(Map.of(
                "Admin Status",
                "Up",
                "Link Status",
                "Up",
                "Auto Negotiation",
                negotiates,
                "Speed",
                speed,
                "Duplex",
                duplex,
                "MTU",
                "1500"));
    }

    static <D extends Record & Desired> void trip(Kind<D> kind, FakeHost host, String name, Map<String, Object> written)
            throws UnreadableException {
        Address address = Address.onHost(kind.name(), "esxi3.lain.local", name);
        D wanted = kind.shape().restore(fields(written)).orElseThrow();
        Resource<D> resource = resource(address, wanted);
        Diagnostics none = new Diagnostics();
        kind.check(resource, none);
        assertThat(none.sorted()).isEmpty();
        String before = host.state();

        Optional<Change<D>> change = change(kind, resource, read(kind, host, address, Optional.of(wanted)));
        if (change.isEmpty()) {
            return;
        }
        Binding<D> binding = kind.bindings().get(0);
        host.send(binding.script(change.orElseThrow()));
        D found = read(kind, host, address, Optional.of(wanted)) instanceof Observed.Present<D> p ? p.value() : wanted;
        assertThat(kind.compare(kind.settle(wanted, found), found))
                .as("%s %s", name, written)
                .isEmpty();

        host.send(binding.script(opposite(change.orElseThrow())));
        assertThat(host.state()).as("%s %s", name, written).isEqualTo(before);
    }

    static <D extends Record & Desired> Observed<D> read(
            Kind<D> kind, FakeHost host, Address address, Optional<D> wanted) throws UnreadableException {
        Binding<D> binding = kind.bindings().get(0);
        Replies replies = Replies.none();
        host.ask(binding.queries(address, wanted, replies), replies);
        host.ask(binding.queries(address, wanted, replies), replies);
        return binding.read(address, wanted, replies);
    }

    static <D extends Record & Desired> Optional<Change<D>> change(
            Kind<D> kind, Resource<D> resource, Observed<D> observed) {
        D wanted = resource.desired().orElseThrow();
        if (!(observed instanceof Observed.Present<D> present)) {
            return Optional.of(new Change.Create<>(resource, wanted));
        }
        D settled = kind.settle(wanted, present.value());
        var deltas = kind.compare(settled, present.value());
        D target = kind.shape().overlay(settled, present.value());
        if (deltas.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                deltas.stream().anyMatch(d -> d.forcesReplace())
                        ? new Change.Replace<>(resource, present.value(), target, deltas)
                        : new Change.Update<>(resource, present.value(), target, deltas));
    }

    static <D extends Record & Desired> Change<D> opposite(Change<D> change) {
        return switch (change) {
            case Change.Create<D> c -> new Change.Delete<>(c.resource(), c.target());
            case Change.Update<D> c -> new Change.Update<>(c.resource(), c.target(), c.observed(), c.deltas());
            case Change.Replace<D> c -> new Change.Replace<>(c.resource(), c.target(), c.observed(), c.deltas());
            case Change.Keep<D> c -> throw new IllegalStateException("nothing to take back");
            case Change.Delete<D> c -> throw new IllegalStateException("nothing is deleted here");
            case Change.Blocked<D> c -> throw new IllegalStateException("nothing to take back");
        };
    }

    static <D extends Record & Desired> Resource<D> resource(Address address, D wanted) {
        return new Resource<>(address, Optional.of(wanted), Span.of("test.yml", 1, 1, 0), new TreeMap<>(), Set.of());
    }

    static Value.Fields fields(Map<String, Object> written) {
        Map<String, Value> fields = new LinkedHashMap<>();
        written.forEach((k, v) -> fields.put(k, value(v)));
        return new Value.Fields(fields);
    }

    private static Value value(Object written) {
        return switch (written) {
            case Map<?, ?> map -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                map.forEach((k, v) -> fields.put((String) k, value(v)));
                yield new Value.Fields(fields);
            }
            case List<?> list ->
                new Value.Items(list.stream().map(RoundTripTest::value).toList());
            default -> Value.text(written.toString());
        };
    }
}
