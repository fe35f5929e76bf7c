package io.twinpath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diff.Changes;
import io.twinpath.diff.Differ;
import io.twinpath.kind.Installed;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.SpecLoader;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a plan refuses because of what several things of a host come to together. */
class LifelinesTest {

    private static final PlanStamp STAMP = new PlanStamp("p", "1", Instant.EPOCH);

    /** Management on vSwitch0 with two uplinks, one path of storage on vSwitch1. */
    private static final String FOUND = """
            vswitches:
              vSwitch0:
                uplinks: [vmnic0, vmnic1]
                mtu: 1500
                teaming: {load_balancing: portid, active: [vmnic0, vmnic1], standby: []}
                port_groups: {Management: {vlan: 0, teaming: {}}}
              vSwitch1:
                uplinks: [vmnic2]
                mtu: 9000
                teaming: {active: [vmnic2], standby: []}
                port_groups: {iSCSI-A: {vlan: 0, teaming: {}}}
            vmkernel:
              vmk0: {port_group: Management, ip: 10.0.0.1/24, dhcp: false, mtu: 1500, services: [management]}
              vmk1: {port_group: iSCSI-A, ip: 10.1.0.1/24, dhcp: false, mtu: 9000, services: []}
            iscsi: {enabled: true, port_binding: [vmk1]}
            """;

    private final SortedMap<Address, Fact<?>> facts = new TreeMap<>();

    private static Loaded load(String body, String more) {
        return SpecLoader.load(
                        new MemoryFiles(
                                Map.of("inventory/site.yml", "hosts:\n  a:\n" + body.indent(4) + "\n" + more + "\n")),
                        LoadOptions.standard())
                .result()
                .orElseThrow();
    }

    private LifelinesTest found(String body) {
        facts.clear();
        load(body, "").spec().onHost("a").forEach(this::found);
        return this;
    }

    private <D extends Record & Desired> void found(Resource<D> resource) {
        facts.put(
                resource.address(),
                new Fact<>(
                        resource.address(),
                        new Observed.Present<>(resource.desired().orElseThrow()),
                        Instant.EPOCH));
    }

    private Plan plan(String body, String more, boolean atConsole) {
        Loaded loaded = load(body, more);
        for (Resource<?> resource : loaded.spec().resources().values()) {
            facts.computeIfAbsent(resource.address(), a -> new Fact<>(a, new Observed.Absent<>(), Instant.EPOCH));
        }
        SortedMap<String, HostFact> hosts = new TreeMap<>(Map.of("a", new HostFact.Reached("u", "6.7.0", "1")));
        Changes changes = Differ.diff(loaded.spec(), new Snapshot(hosts, facts), loaded.kinds(), Installed.BY_KIND);
        return atConsole
                ? Planner.planAtConsole(changes, loaded.spec(), loaded.kinds(), STAMP)
                : Planner.plan(changes, loaded.spec(), loaded.kinds(), STAMP);
    }

    /** What is blocked for a reason of its own, with the reason. */
    private Map<String, String> blocked(String body) {
        return blocked(plan(body, "", false));
    }

    private static Map<String, String> blocked(Plan plan) {
        Map<String, String> blocked = new TreeMap<>();
        plan.blocked()
                .forEach(b -> blocked.put(
                        b.address().kind() + " " + b.address().name(),
                        b.obstacles().stream().map(Obstacle::text).collect(Collectors.joining(" "))));
        return blocked;
    }

    private static void one(Map<String, String> blocked, String what, String... words) {
        assertThat(blocked).containsOnlyKeys(what);
        assertThat(blocked.get(what)).contains(words);
    }

    @Test
    void portOfAnUndeclaredSwitchIsNotTaken() {
        found("vswitches: {vSwitch9: {uplinks: [vmnic4]}}");
        one(
                blocked("vswitches: {vSwitch1: {uplinks: [vmnic4]}}"),
                "vswitch vSwitch1",
                "uplink vmnic4",
                "vswitch:a/vSwitch9 has and does not give up",
                "does not declare");
    }

    @Test
    void addressOfAnUndeclaredInterfaceIsNotTaken() {
        found(
                "vswitches: {vSwitch0: {port_groups: {A: {vlan: 0}}}}\nvmkernel: {vmk7: {port_group: A, ip: 10.0.0.9/24}}");
        one(
                blocked("vswitches: {vSwitch0: {port_groups: {A: {vlan: 0}}}}\n"
                        + "vmkernel: {vmk1: {port_group: A, ip: 10.0.0.9/24}}"),
                "vmkernel vmk1",
                "address 10.0.0.9");
    }

    @Test
    void portGroupUnderAnUndeclaredInterfaceStays() {
        found(FOUND);
        one(
                blocked("vswitches: {vSwitch1: {port_groups: {iSCSI-A: {state: absent}}}}"),
                "port_group iSCSI-A",
                "vmkernel:a/vmk1");
    }

    @Test
    void framesThatTheSwitchCannotCarry() {
        found(FOUND);
        one(
                blocked("vmkernel: {vmk0: {port_group: Management, mtu: 9000}}\n"
                        + "vswitches: {vSwitch0: {port_groups: {Management: }}}"),
                "vmkernel vmk0",
                "MTU of 9000 on vSwitch0, which carries frames of 1500");
        one(
                blocked("vswitches: {vSwitch1: {mtu: 1500}}"),
                "vswitch vSwitch1",
                "vmk1 would have an MTU of 9000 on vSwitch1");
        assertThat(blocked("vmkernel: {vmk1: {port_group: iSCSI-A, mtu: 1500}}\n"
                        + "vswitches: {vSwitch1: {mtu: 1500, port_groups: {iSCSI-A: }}}"))
                .isEmpty();
    }

    @Test
    void lastUplinkOfManagementStays() {
        found(FOUND);
        one(
                blocked("vswitches: {vSwitch0: {uplinks: []}}"),
                "vswitch vSwitch0",
                "vmk0, which carries management, without an uplink on vSwitch0");
        assertThat(blocked(plan("vswitches: {vSwitch0: {uplinks: []}}", "", true)))
                .as("also at the console")
                .containsKey("vswitch vSwitch0");
        assertThat(blocked("vswitches: {vSwitch0: {uplinks: [vmnic1]}}")).isEmpty();
        assertThat(blocked("vswitches: {vSwitch0: {uplinks: [vmnic4]}}")).isEmpty();
    }

    @Test
    void managementInterfaceStays() {
        found(FOUND);
        one(blocked("vmkernel: {vmk0: {state: absent}}"), "vmkernel vmk0", "carries management");
    }

    @Test
    void lastUplinkOfStorageStays() {
        found(FOUND);
        one(
                blocked("vswitches: {vSwitch1: {uplinks: []}}\niscsi: {enabled: true}"),
                "vswitch vSwitch1",
                "vmk1, which iSCSI is bound to");
    }

    @Test
    void switchesCanBeInternalOnPurpose() {
        found("vswitches: {vSwitch2: {uplinks: [vmnic3], port_groups: {VMs: {vlan: 7}}}}");
        assertThat(blocked("vswitches: {vSwitch2: {uplinks: []}}")).isEmpty();
        found("vswitches: {vSwitch2: {uplinks: [vmnic3], port_groups: {P: {vlan: 7}}}}\n"
                + "vmkernel: {vmk3: {port_group: P, services: [vmotion]}}\niscsi: {enabled: false}");
        assertThat(blocked("vswitches: {vSwitch2: {uplinks: []}}\niscsi: {enabled: false}"))
                .isEmpty();
    }

    @Test
    void whatMayCarrySomethingIsNotCutOff() {
        found("vswitches: {vSwitch2: {uplinks: [vmnic3], port_groups: {P: {vlan: 7}}}}\n"
                + "vmkernel: {vmk3: {port_group: P}}");
        one(blocked("vswitches: {vSwitch2: {uplinks: []}}"), "vswitch vSwitch2", "was not read", "\"services\"");
    }

    @Test
    void managementKeepsAddressAndVlanUnlessSomebodyIsAtTheConsole() {
        found(FOUND);
        String moved = "vmkernel: {vmk0: {port_group: Management, ip: 10.0.0.2/24, services: [management]}}\n"
                + "vswitches: {vSwitch0: {port_groups: {Management: }}}";
        one(blocked(moved), "vmkernel vmk0", "another address or gateway", "--i-have-console");
        assertThat(blocked(plan(moved, "", true))).isEmpty();

        String tagged = "vswitches: {vSwitch0: {port_groups: {Management: {vlan: 7}}}}";
        one(blocked(tagged), "port_group Management", "VLAN 7 in the place of 0", "--i-have-console");
        assertThat(blocked(plan(tagged, "", true))).isEmpty();
        assertThat(blocked("vswitches: {vSwitch1: {port_groups: {iSCSI-A: {vlan: 7}}}}"))
                .isEmpty();
    }

    private static final String HASH =
            "vswitches: {vSwitch0: {uplinks: [vmnic0, vmnic1], teaming: {load_balancing: iphash}}}";

    @Test
    void ipHashUnderManagementNeedsAChannel() {
        found(FOUND);
        one(blocked(HASH), "vswitch vSwitch0", "static channel", "\"channels\"", "--i-have-console");
        assertThat(blocked(plan(HASH, "", true))).isEmpty();
        String wired = "switches: {sw1: {ports: {\"1\": a/vmnic0, \"2\": a/vmnic1}, channels: {po1: [\"1\", \"2\"]}}}";
        assertThat(blocked(plan(HASH, wired, false))).isEmpty();
        String elsewhere = "arrays: {b: {}}\n" + wired.replace("a/vmnic1", "b/vmnic1");
        assertThat(blocked(plan(HASH, elsewhere, false))).containsKey("vswitch vSwitch0");
    }

    @Test
    void ipHashElsewhereIsNobodysLifeline() {
        found("vswitches: {vSwitch2: {uplinks: [vmnic4, vmnic5], teaming: {load_balancing: portid}}}");
        assertThat(blocked("vswitches: {vSwitch2: {uplinks: [vmnic4, vmnic5], teaming: {load_balancing: iphash}}}"))
                .isEmpty();
    }

    @Test
    void bindingNeedsExactlyOneActiveUplink() {
        found(FOUND);
        String two = """
                vswitches:
                  vSwitch2:
                    uplinks: [vmnic4, vmnic5]
                    teaming: {active: [vmnic4, vmnic5], standby: []}
                    port_groups: {iSCSI-B: {vlan: 0}}
                vmkernel: {vmk1: {port_group: iSCSI-A}, vmk2: {port_group: iSCSI-B, ip: 10.2.0.1/24}}
                iscsi: {enabled: true, port_binding: [vmk1, vmk2]}
                """.replace("vSwitch2:", "vSwitch1: {port_groups: {iSCSI-A: }}\n  vSwitch2:");
        Map<String, String> blocked = blocked(two);
        assertThat(blocked.get("iscsi software"))
                .contains("exactly one active uplink", "vmnic4, vmnic5 active and none standby");
        assertThat(blocked(two.replace(
                        "iSCSI-B: {vlan: 0}", "iSCSI-B: {vlan: 0, teaming: {active: [vmnic4], standby: []}}")))
                .isEmpty();
        assertThat(blocked(two.replace(
                                "iSCSI-B: {vlan: 0}",
                                "iSCSI-B: {vlan: 0, teaming: {active: [vmnic4], standby: [vmnic5]}}"))
                        .get("iscsi software"))
                .contains("vmnic4 active and vmnic5 standby");
    }

    @Test
    void orderUnderABindingStaysFit() {
        found(FOUND);
        one(
                blocked("vswitches: {vSwitch1: {uplinks: [vmnic2, vmnic3], teaming: {active: [vmnic2, vmnic3],"
                        + " standby: []}}}\niscsi: {enabled: true}"),
                "vswitch vSwitch1",
                "iSCSI can be bound to vmk1 only while");
    }

    @Test
    void whatIsWrongAlreadyDoesNotStandInTheWay() {
        found("vswitches: {vSwitch0: {mtu: 1500, cdp: listen, port_groups: {A: {vlan: 0}}}}\n"
                + "vmkernel: {vmk5: {port_group: A, mtu: 9000}}");
        assertThat(blocked("vswitches: {vSwitch0: {mtu: 1500, cdp: both}}")).isEmpty();
    }
}
