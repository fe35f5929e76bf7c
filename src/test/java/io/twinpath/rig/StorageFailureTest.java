package io.twinpath.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.rig.Effects.DatastoreEffect;
import io.twinpath.rig.Effects.HostState;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.ArrayNamed;
import io.twinpath.rig.part.Component.CardOf;
import io.twinpath.rig.part.Component.ControllerOf;
import io.twinpath.rig.part.Component.DeviceNamed;
import io.twinpath.rig.part.Component.DomainNamed;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Component.LocalDisk;
import io.twinpath.rig.part.Component.NicPort;
import io.twinpath.rig.part.Component.PortalAt;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Component.SwitchPort;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a host reaches a datastore, and when it does not. */
class StorageFailureTest {

    private static Effects fail(Sketch site, Component... parts) {
        return new Failing(site.rig()).effects(Set.copyOf(Arrays.asList(parts)));
    }

    /** The second uplink is in a switch that does not carry the management network. */
    private static Sketch routed() {
        Sketch site = new Sketch()
                .box("sw1", Set.of("10.0.0.0/24"))
                .box("sw2", Set.of("10.20.0.0/24"))
                .nfs("files", "10.99.0.5");
        site.host("h1")
                .card("onboard", "vmnic0", "vmnic1")
                .port("vmnic0", "onboard", "sw1")
                .port("vmnic1", "onboard", "sw2")
                .team("Management", List.of("vmnic0"), "vmnic1")
                .vmk("vmk0", "Management", "10.0.0.11/24", false, Service.MANAGEMENT)
                .mounts("files");
        return site;
    }

    @Test
    void theWayOutToFilesIsClosedWhereManagementIsClosed() {
        Effects effects = fail(routed(), new NicPort("h1", "vmnic0"));
        assertThat(effects.hosts()).extracting(Effects.HostEffect::state).containsExactly(HostState.CUT_OFF);
        assertThat(effects.datastores())
                .extracting(DatastoreEffect::because)
                .containsExactly(List.of("files", "server 10.99.0.5", "vmk0", "vmnic0", "vmnic1", "switch sw2"));
        assertThat(fail(routed(), new NicPort("h1", "vmnic1")).datastores()).isEmpty();
    }

    /** One host whose storage enters by sw1; the portal is in the named switch, or nobody knows where. */
    private static Sketch site(String box) {
        Sketch site = new Sketch()
                .array("stor", Set.of("naa.1"), new Portal("10.20.0.11", Optional.of("c1"), socket(box)))
                .vmfs("store", "naa.1");
        host(site);
        return site;
    }

    private static Optional<Socket> socket(String box) {
        return Optional.of(box).filter(b -> !b.isEmpty()).map(b -> new Socket(b, "9"));
    }

    private static Sketch.HostSketch host(Sketch site) {
        return site.host("h1")
                .card("2", "vmnic2")
                .card("3", "vmnic3")
                .port("vmnic2", "2", "sw1")
                .loose("vmnic3", "3")
                .team("iSCSI", List.of("vmnic2"))
                .vmk("vmk1", "iSCSI", "10.20.0.1/24", true)
                .iscsi("p1", "naa.1", "vmk1", "10.20.0.11")
                .mounts("store");
    }

    /** What becomes of the only datastore: FINE, the state of its device, or GONE when nothing is said of a device. */
    private static String store(Sketch site, Component... parts) {
        Effects effects = fail(site, parts);
        return effects.datastores().isEmpty()
                ? "FINE"
                : effects.devices().stream()
                        .map(d -> d.state().name())
                        .findFirst()
                        .orElse("GONE");
    }

    private static boolean broken(Sketch site) {
        return !new Failing(site.rig()).baseline().datastores().isEmpty();
    }

    @Test
    void everythingOnTheWayToADeviceCanTakeIt() {
        Sketch site = site("sw1").box("sw1");
        for (Component part : List.of(
                new NicPort("h1", "vmnic2"),
                new CardOf("h1", "2"),
                new SwitchNamed("sw1"),
                new SwitchPort("sw1", "h1-vmnic2"),
                new SwitchPort("sw1", "9"),
                new PortalAt("10.20.0.11"),
                new ControllerOf("stor", "c1"),
                new ArrayNamed("stor"))) {
            assertThat(store(site, part)).as("%s", part).isEqualTo("APD");
        }
        assertThat(store(site, new DeviceNamed("naa.1"))).isEqualTo("PDL");
        assertThat(store(site, new DeviceNamed("naa.1"), new ArrayNamed("stor")))
                .isEqualTo("APD");
        assertThat(store(site, new HostNamed("h1"))).isEqualTo("FINE");
        assertThat(store(site, new CardOf("h1", "3"), new ControllerOf("stor", "c2")))
                .isEqualTo("FINE");
    }

    @Test
    void framesCrossLinksThatBothEndsCarry() {
        assertThat(broken(site("sw2").box("sw1", "sw2").box("sw2"))).isFalse();
        assertThat(broken(site("sw2").box("sw1").box("sw2", "sw1"))).isFalse();
        assertThat(broken(site("sw2").box("sw1").box("sw2"))).isTrue();
        assertThat(broken(site("sw2").box("sw1", Set.of("10.21.0.0/24"), "sw2").box("sw2")))
                .isTrue();
        assertThat(broken(site("sw2").box("sw1", "sw2").box("sw2", Set.of("10.21.0.0/24"))))
                .isTrue();
        assertThat(broken(site("sw2").box("sw1", Set.of("10.20.0.0/16"), "sw2").box("sw2")))
                .isFalse();
        assertThat(broken(site("sw2").box("sw1", Set.of("10.20.0.0/25"), "sw2").box("sw2")))
                .isTrue();
        Sketch between = site("sw3").box("sw1", "sw2").box("sw2", "sw3").box("sw3");
        assertThat(store(between, new SwitchNamed("sw2"))).isEqualTo("APD");
        Sketch ring = site("sw3")
                .box("sw1", "sw2", "sw4")
                .box("sw2", "sw3")
                .box("sw3")
                .box("sw4", "sw3");
        assertThat(store(ring, new SwitchNamed("sw2"))).isEqualTo("FINE");
        assertThat(store(ring, new SwitchNamed("sw2"), new SwitchNamed("sw4"))).isEqualTo("APD");
    }

    @Test
    void whatIsPluggedInNobodyKnowsWhereReachesEverything() {
        assertThat(broken(site("").box("sw1"))).isFalse();
        assertThat(store(site("").box("sw1"), new SwitchNamed("sw1"))).isEqualTo("APD");
        Sketch foreign = site("elsewhere").box("sw1");
        assertThat(broken(foreign)).isFalse();
        assertThat(store(foreign, new SwitchNamed("elsewhere"))).isEqualTo("APD");
        Sketch loose = site("sw2").box("sw1").box("sw2");
        loose.host("h1").team("iSCSI", List.of("vmnic3"));
        assertThat(broken(loose)).isFalse();
        assertThat(store(loose, new SwitchNamed("sw1"))).isEqualTo("FINE");
        assertThat(store(loose, new CardOf("h1", "3"))).isEqualTo("APD");
        assertThat(fail(loose, new SwitchNamed("sw1")).assumptions())
                .anyMatch(a -> a.subject().equals("h1/vmnic3"));
    }

    @Test
    void standbyUplinksTakeOverOnlyWhenNoActiveOneHasLink() {
        Sketch site = site("sw1").box("sw1").box("sw2");
        site.host("h1")
                .port("vmnic3", "3", "sw1")
                .port("vmnic4", "3", "sw2")
                .vmk("vmk1", "iSCSI", "10.20.0.1/24", false)
                .team("iSCSI", List.of("vmnic2"), "vmnic3");
        assertThat(store(site, new CardOf("h1", "2"))).isEqualTo("FINE");
        assertThat(store(site, new CardOf("h1", "2"), new CardOf("h1", "3"))).isEqualTo("APD");
        site.host("h1").team("iSCSI", List.of("vmnic2", "vmnic4"), "vmnic3");
        assertThat(store(site, new CardOf("h1", "2"))).isEqualTo("APD");
    }

    @Test
    void aBoundInterfaceNeedsOneUplinkAndAnAddressInTheNetwork() {
        Sketch two = site("sw1").box("sw1");
        two.host("h1").team("iSCSI", List.of("vmnic2"), "vmnic3");
        assertThat(broken(two)).isTrue();
        two.host("h1").vmk("vmk1", "iSCSI", "10.20.0.1/24", false);
        assertThat(broken(two)).isFalse();
        two.host("h1").vmk("vmk1", "iSCSI", "10.22.0.1/24", false);
        assertThat(broken(two)).isTrue();
        two.host("h1").vmk("vmk1", "iSCSI", "", false);
        assertThat(broken(two)).isFalse();
    }

    @Test
    void aVolumeOfTwoDevicesNeedsBothAndADiskDiesWithNobodyElse() {
        Sketch site = site("sw1").box("sw1").vmfs("store", "naa.1", "naa.own");
        site.host("h1").local("naa.own");
        assertThat(store(site, new LocalDisk("h1", "naa.own"))).isEqualTo("APD");
        assertThat(store(site, new NicPort("h1", "vmnic2"))).isEqualTo("APD");
        assertThat(store(site, new LocalDisk("h2", "naa.own"))).isEqualTo("FINE");
        assertThat(store(site, new ArrayNamed("other"))).isEqualTo("FINE");
    }

    @Test
    void anyRackAndAllPowerFeedsTakeAPartDown() {
        Sketch site = site("sw1")
                .box("sw1")
                .domain("rack", Domain.Kind.RACK, "stor")
                .domain("feed-a", Domain.Kind.POWER, "sw1", "stor")
                .domain("feed-b", Domain.Kind.POWER, "sw1", "h1");
        DomainNamed a = new DomainNamed("feed-a");
        DomainNamed b = new DomainNamed("feed-b");
        assertThat(store(site, new DomainNamed("rack"))).isEqualTo("APD");
        assertThat(store(site, a)).isEqualTo("APD");
        assertThat(fail(site, b).hosts()).extracting(Effects.HostEffect::state).containsExactly(HostState.DOWN);
        Sketch fed =
                site("sw1").box("sw1").domain("a", Domain.Kind.POWER, "sw1").domain("b", Domain.Kind.POWER, "sw1");
        assertThat(store(fed, new DomainNamed("a"))).isEqualTo("FINE");
        assertThat(store(fed, new DomainNamed("a"), new DomainNamed("b"))).isEqualTo("APD");
    }

    @Test
    void oneServerOfFilesIsEnough() {
        Sketch site = new Sketch()
                .box("sw1")
                .array("nas", Set.of(), Sketch.portal("10.20.0.5", "sw1"))
                .nfs("store", "10.20.0.5", "10.20.0.6");
        host(site).paths.clear();
        assertThat(store(site, new PortalAt("10.20.0.5"))).isEqualTo("FINE");
        assertThat(store(site, new ArrayNamed("nas"))).isEqualTo("FINE");
        assertThat(store(site, new PortalAt("10.20.0.5"), new PortalAt("10.20.0.6")))
                .isEqualTo("GONE");
        assertThat(store(site, new NicPort("h1", "vmnic2"))).isEqualTo("GONE");
        Sketch named = site.nfs("store", "nas");
        assertThat(store(named, new ArrayNamed("nas"))).isEqualTo("GONE");
    }

    /** The network of the files has an interface of its own: management does not stand in for it. */
    @Test
    void filesInANetworkOfTheHostAreNotSoughtOutside() {
        Sketch site = new Sketch().box("sw1").nfs("store", "10.20.0.5");
        host(site)
                .port("vmnic3", "3", "sw1")
                .team("Management", List.of("vmnic3"))
                .vmk("vmk0", "Management", "10.0.0.1/24", false, Service.MANAGEMENT)
                .paths
                .clear();
        assertThat(store(site, new NicPort("h1", "vmnic2"))).isEqualTo("GONE");
        assertThat(store(site, new NicPort("h1", "vmnic3"))).isEqualTo("FINE");
    }

    @Test
    void aHostThatNobodyReadHasWhatWasToldOfIt() {
        Sketch site = site("sw1").box("sw1");
        site.host("h1").paths.clear();
        assertThat(broken(site)).isTrue();
        site.host("h1").condition = Host.Condition.UNREAD;
        assertThat(broken(site)).isFalse();
        assertThat(new Failing(site.rig()).baseline().hosts()).isEmpty();
        site.host("h1").condition = Host.Condition.DOWN;
        assertThat(new Failing(site.rig()).baseline().hosts())
                .extracting(Effects.HostEffect::state)
                .containsExactly(HostState.DOWN);
    }
}
