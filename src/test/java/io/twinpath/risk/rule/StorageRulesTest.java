package io.twinpath.risk.rule;

import static io.twinpath.risk.rule.Asking.NOBODY;
import static io.twinpath.risk.rule.Asking.ask;
import static io.twinpath.risk.rule.Asking.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.multipath.Multipath;
import io.twinpath.kind.multipath.PathPolicy;
import io.twinpath.model.Address;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.RigSketch;
import io.twinpath.risk.SceneSketch;
import io.twinpath.risk.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules say of the way to storage, each where it has to speak and where it has to be silent. */
class StorageRulesTest {

    private static final String GOOD = "broadcom-57810";

    /** Two cards, two switches, two networks, two portals: nothing to be said. */
    private static RigSketch sound() {
        RigSketch rig = new RigSketch()
                .wire("sw1")
                .wire("sw2")
                .array(
                        "stor1",
                        "naa.1",
                        "10.20.0.11%A@sw1/41",
                        "10.21.0.11%A@sw2/41",
                        "10.20.0.12%B@sw1/42",
                        "10.21.0.12%B@sw2/42");
        rig.host("a")
                .card("s1", GOOD, "qfle3", "vmnic4@sw1/13")
                .card("s2", GOOD, "qfle3", "vmnic5@sw2/13")
                .team("iSCSI-A", "vSwitch1", 9000, "vmnic4")
                .team("iSCSI-B", "vSwitch2", 9000, "vmnic5")
                .vmk("vmk1", "iSCSI-A", "10.20.0.13/24", 9000, true)
                .vmk("vmk2", "iSCSI-B", "10.21.0.13/24", 9000, true)
                .path("vmhba64:C0:T0:L0", "naa.1", "vmk1", "10.20.0.11")
                .path("vmhba64:C1:T0:L0", "naa.1", "vmk2", "10.21.0.11");
        return rig;
    }

    @Test
    void ofASoundSiteNoRuleSaysAnything() {
        assertThat(Rules.standard())
                .allSatisfy(rule -> assertThat(
                                titles(rule, SceneSketch.of(NOBODY).rig(sound()).release("a", "6.7")))
                        .isEmpty());
    }

    @Test
    void twoUplinksOnOneCardAreOne() {
        RigSketch rig = new RigSketch();
        rig.host("a").card("n", GOOD, "", "vmnic0", "vmnic1").team("Net", "vSwitch0", 1500, "vmnic0 (vmnic1)");
        assertThat(titles(new OneCard(), rig))
                .containsExactly(
                        "On a all uplinks of Net (vmnic0 and vmnic1) are ports of one card, broadcom-57810 (n).");
    }

    @Test
    void twoBoundInterfacesOnOneCardAreOne() {
        RigSketch rig = sound();
        rig.host("a").card("s1", GOOD, "", "vmnic4", "vmnic5");
        assertThat(ask(new OneCard(), rig)).extracting(Finding::id).containsExactly("RSK0103:card:a/s1+iscsi:a");
    }

    @Test
    void portsOfUnknownCardsAreNotOne() {
        RigSketch rig = new RigSketch();
        rig.host("a").team("Net", "vSwitch0", 1500, "vmnic0 vmnic1");
        assertThat(titles(new OneCard(), rig)).isEmpty();
    }

    @Test
    void oneSwitchIsOneFabric() {
        RigSketch rig = sound();
        rig.host("a").card("s2", GOOD, "qfle3", "vmnic5@sw1/14");
        assertThat(titles(new OneSwitch(), rig))
                .containsExactly("The switch sw1 carries all iSCSI of a: when it fails or restarts, no path is left.");
    }

    @Test
    void anUndeclaredCableIsNoSwitch() {
        RigSketch rig = sound();
        rig.host("a").card("s2", GOOD, "qfle3", "vmnic5");
        assertThat(titles(new OneSwitch(), rig)).isEmpty();
    }

    @Test
    void aBindingHasOneActiveUplinkAndNoStandbyOne() {
        RigSketch rig = sound();
        rig.host("a").team("iSCSI-A", "vSwitch1", 9000, "vmnic4 (vmnic5)");
        Finding finding = ask(new BoundTeam(), rig).getFirst();
        assertThat(finding.title())
                .isEqualTo("iSCSI is bound to vmk1 of a, and its port group iSCSI-A has 1 active uplink (vmnic4)"
                        + " and 1 standby uplink (vmnic5).");
        assertThat(finding.remedy().flatMap(Remedy::spec))
                .contains(
                        "hosts: {a: {vswitches: {vSwitch1: {port_groups: {iSCSI-A: {teaming: {active: [vmnic4], standby: []}}}}}}}");
    }

    @Test
    void framesHaveToFitIntoTheSwitch() {
        RigSketch rig = sound();
        rig.host("a").team("iSCSI-A", "vSwitch1", 1500, "vmnic4");
        assertThat(titles(new MtuMismatch(), rig))
                .containsExactly("vmk1 of a sends frames of 9000 bytes, and vSwitch1 carries 1500.");
    }

    @Test
    void interfacesOfOneStorageNetworkAgree() {
        RigSketch rig = sound();
        rig.host("b")
                .vmk("vmk1", "iSCSI-A", "10.20.0.14/24", 1500, true)
                .vmk("vmk0", "Net", "10.0.0.2/24", 1500, false);
        rig.host("a").vmk("vmk0", "Net", "10.0.0.1/24", 9000, false);
        assertThat(titles(new MtuMismatch(), rig))
                .containsExactly(
                        "The interfaces in 10.20.0.0/24 do not agree on the MTU: 1500 has b/vmk1; 9000 has a/vmk1.");
    }

    @Test
    void aDistrustedCardIsToldOnTheWayToStorageAlone() {
        RigSketch storage = sound();
        storage.host("a").card("s1", "mellanox-connectx2", "mlx4_en", "vmnic4");
        assertThat(ask(new DistrustedCard(), storage)).singleElement().satisfies(f -> {
            assertThat(f.id()).isEqualTo("RSK0107:card:a/s1");
            assertThat(f.title()).startsWith("a has storage on a Mellanox ConnectX-2 (s1). Under the load");
        });
        RigSketch elsewhere = sound();
        elsewhere
                .host("a")
                .card("m", "mellanox-connectx2", "mlx4_en", "vmnic0")
                .team("Net", "vSwitch0", 1500, "vmnic0");
        assertThat(titles(new DistrustedCard(), elsewhere)).isEmpty();
    }

    @Test
    void aCardWithoutADriverIsToldForReleasesThatAreKnown() {
        RigSketch rig = new RigSketch();
        rig.host("a").card("m", "mellanox-connectx2", "", "vmnic0");
        assertThat(titles(new DriverlessCard(), SceneSketch.of(NOBODY).rig(rig).release("a", "7.0")))
                .containsExactly(
                        "ESXi 7.0 has no driver for the Mellanox ConnectX-2 (m) of a, so its ports do not exist.");
        assertThat(titles(new DriverlessCard(), SceneSketch.of(NOBODY).rig(rig).release("a", "6.7")))
                .isEmpty();
        assertThat(titles(new DriverlessCard(), SceneSketch.of(NOBODY).rig(rig).release("a", "9.9")))
                .isEmpty();
        assertThat(titles(new DriverlessCard(), rig)).isEmpty();
    }

    @Test
    void anInterfaceBesideBoundOnesIsToBeBound() {
        RigSketch rig = sound();
        rig.host("a").vmk("vmk2", "iSCSI-B", "10.21.0.13/24", 9000, false);
        assertThat(ask(new UnboundInterface(), rig)).singleElement().satisfies(f -> {
            assertThat(f.title())
                    .isEqualTo(
                            "vmk2 of a stands in the storage network 10.21.0.0/24, and iSCSI is not bound to it: it adds no path.");
            assertThat(f.remedy().flatMap(Remedy::spec)).contains("hosts: {a: {iscsi: {port_binding: [vmk1, vmk2]}}}");
        });
    }

    @Test
    void interfacesInNetworksOfTheirOwnNeedNoBinding() {
        RigSketch rig = sound();
        rig.host("a")
                .vmk("vmk1", "iSCSI-A", "10.20.0.13/24", 9000, false)
                .vmk("vmk2", "iSCSI-B", "10.21.0.13/24", 9000, false);
        assertThat(titles(new UnboundInterface(), rig)).isEmpty();
        rig.host("a").vmk("vmk3", "iSCSI-B", "10.21.0.113/24", 9000, false);
        assertThat(ask(new UnboundInterface(), rig)).hasSize(2);
    }

    @Test
    void declaredRoundRobinIsInUse() {
        String wanted =
                "hosts: {a: {multipath: {rules: {r: {satp: VMW_SATP_ALUA, vendor: LIO-ORG, psp: VMW_PSP_RR}}}}}";
        assertThat(titles(new FixedPath(), found(wanted, "VMW_PSP_FIXED", "LIO-ORG")))
                .containsExactly(
                        "a uses VMW_PSP_FIXED for naa.1, and the spec wants round robin: one path carries everything.");
        assertThat(titles(new FixedPath(), found(wanted, "VMW_PSP_RR", "LIO-ORG")))
                .isEmpty();
        assertThat(titles(new FixedPath(), found(wanted, "VMW_PSP_FIXED", "DELL")))
                .isEmpty();
    }

    private static SceneSketch found(String wanted, String psp, String vendor) {
        return SceneSketch.of(wanted)
                .found(
                        Address.onHost("multipath", "a", "psa"),
                        new Multipath(
                                Map.of(),
                                Map.of(
                                        "naa.1",
                                        new PathPolicy(Optional.of(psp), Optional.empty(), Optional.of(vendor))),
                                Map.of(),
                                Map.of()));
    }

    @Test
    void allPathsOverOnePortal() {
        RigSketch rig = new RigSketch()
                .array("stor1", "naa.1", "10.20.0.11", "10.21.0.11")
                .array("stor2", "naa.2", "10.20.0.12");
        rig.host("a").path("p1", "naa.1", "vmk1", "10.20.0.11").path("p2", "naa.2", "vmk1", "10.20.0.12");
        assertThat(titles(new SinglePortal(), rig))
                .containsExactly(
                        "a reaches stor1 over the portal 10.20.0.11 alone, although it has 10.21.0.11 too.",
                        "stor2 has one portal: every path of a to it ends there.");
    }

    @Test
    void anArrayThatNobodyUsesMayHaveOnePortal() {
        assertThat(titles(new SinglePortal(), new RigSketch().array("stor2", "naa.2", "10.20.0.12")))
                .isEmpty();
    }

    @Test
    void allPortalsOnOneFabric() {
        RigSketch wired = new RigSketch().array("stor1", "naa.1", "10.20.0.11@sw1/1", "10.21.0.11@sw1/2");
        assertThat(titles(new OneFabric(), wired)).containsExactly("All portals of stor1 are on the switch sw1.");
        RigSketch networked = new RigSketch().array("stor1", "naa.1", "10.20.0.11", "10.20.0.12");
        networked.host("a").vmk("vmk1", "iSCSI-A", "10.20.0.13/24", 9000, true);
        assertThat(titles(new OneFabric(), networked))
                .containsExactly("All portals of stor1 are on the network 10.20.0.0/24.");
    }

    @Test
    void aControllerOnOneFabric() {
        RigSketch rig = new RigSketch().array("stor1", "naa.1", "10.20.0.11%A@sw1/1", "10.21.0.11%B@sw2/1");
        assertThat(ask(new OneFabric(), rig))
                .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.LOW))
                .extracting(Finding::title)
                .isEqualTo(List.of(
                        "The controller A of stor1 is on the switch sw1 alone.",
                        "The controller B of stor1 is on the switch sw2 alone."));
        assertThat(titles(new OneFabric(), new RigSketch().array("stor1", "naa.1", "10.20.0.11%A", "10.21.0.11%B")))
                .isEmpty();
    }
}
