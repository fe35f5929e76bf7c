package io.twinpath.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.rig.Effects.DeviceState;
import io.twinpath.rig.Effects.HostState;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.CardOf;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Component.NicPort;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The night of the outage: three hosts, one of which has a single way to its storage. */
class FailingTest {

    private static final String APD = "all paths of the single card";

    static Sketch site() {
        Sketch site = new Sketch()
                .box("sw1", "sw2")
                .box("sw2")
                .array("stor1", Set.of("naa.1"), Sketch.portal("10.20.0.11", "sw1"), Sketch.portal("10.21.0.11", "sw2"))
                .vmfs("stor1-vm", "naa.1");
        twoWays(site, "esxi1", 11);
        twoWays(site, "esxi2", 12);
        oneWay(site, "esxi3", 13);
        site.vmfs("esxi3-ssd", "naa.local");
        site.host("esxi3").local("naa.local").mounts("esxi3-ssd");
        Response response = new Response(
                Optional.empty(),
                Optional.empty(),
                Optional.of(ApdResponse.RESTART_CONSERVATIVE),
                Optional.empty(),
                Optional.of(PdlResponse.RESTART));
        site.cluster("lain", Sketch.ha(true, response), List.of(), "esxi1", "esxi2", "esxi3");
        site.machine("pomf", "esxi3", "lain", "stor1-vm", "esxi3-ssd").waits().on();
        site.machine("web", "esxi3", "lain", "stor1-vm").waits().on();
        site.machine("mail", "esxi1", "lain", "stor1-vm").on();
        return site;
    }

    private static void common(Sketch.HostSketch host, int id) {
        host.card("onboard", "vmnic0", "vmnic1")
                .port("vmnic0", "onboard", "sw1")
                .port("vmnic1", "onboard", "sw2")
                .team("Management", List.of("vmnic0"), "vmnic1")
                .vmk("vmk0", "Management", "10.0.0." + id + "/24", false, Service.MANAGEMENT)
                .mounts("stor1-vm");
    }

    private static void twoWays(Sketch site, String name, int id) {
        common(site.host(name), id);
        site.host(name)
                .card("a", "vmnic2")
                .card("b", "vmnic3")
                .port("vmnic2", "a", "sw1")
                .port("vmnic3", "b", "sw2")
                .team("iSCSI-A", List.of("vmnic2"))
                .team("iSCSI-B", List.of("vmnic3"))
                .vmk("vmk1", "iSCSI-A", "10.20.0." + id + "/24", true)
                .vmk("vmk2", "iSCSI-B", "10.21.0." + id + "/24", true)
                .iscsi("vmhba64:C0:T0:L0", "naa.1", "vmk1", "10.20.0.11")
                .iscsi("vmhba64:C1:T0:L0", "naa.1", "vmk2", "10.21.0.11");
    }

    private static void oneWay(Sketch site, String name, int id) {
        common(site.host(name), id);
        site.host(name)
                .card("ConnectX-2", "vmnic4")
                .port("vmnic4", "ConnectX-2", "sw1")
                .team("iSCSI-A", List.of("vmnic4"))
                .vmk("vmk1", "iSCSI-A", "10.20.0." + id + "/24", true)
                .iscsi("vmhba64:C0:T0:L0", "naa.1", "vmk1", "10.20.0.11");
    }

    private static Effects fail(Sketch site, Component... parts) {
        return new Failing(site.rig()).effects(Set.copyOf(Arrays.asList(parts)));
    }

    private static MachineEffect machine(Effects effects, String name) {
        MachineEffect effect = effects.machines().get(name);
        assertThat(effect).as(name).isNotNull();
        return java.util.Objects.requireNonNull(effect);
    }

    @Test
    void theOnlyCardStallsWhatHasADiskThatNoOtherHostHas() {
        Effects effects = fail(site(), new CardOf("esxi3", "ConnectX-2"));
        MachineEffect pomf = machine(effects, "pomf");
        assertThat(pomf.verdict()).as(APD).isEqualTo(Verdict.STALLED);
        assertThat(pomf.because())
                .containsExactly(
                        "pomf",
                        "Hard disk 1",
                        "stor1-vm",
                        "naa.1",
                        "1 path: vmhba64:C0:T0:L0",
                        "vmk1",
                        "vmnic4",
                        "card ConnectX-2 (ConnectX-2)");
        assertThat(pomf.obstacles())
                .containsExactly(
                        "esxi1 cannot take it: it does not have the datastore esxi3-ssd.",
                        "esxi2 cannot take it: it does not have the datastore esxi3-ssd.");
        assertThat(pomf.timeline()).extracting(MachineEffect.Moment::seconds).containsExactly(0, 140, 320);
    }

    @Test
    void aMachineOnSharedStorageIsRestartedAfterTimeOutAndDelay() {
        MachineEffect web = machine(fail(site(), new CardOf("esxi3", "ConnectX-2")), "web");
        assertThat(web.verdict()).isEqualTo(Verdict.RESTARTED);
        assertThat(web.to()).contains("esxi1");
        assertThat(web.waitsForPerson()).isTrue();
        assertThat(web.obstacles()).isEmpty();
        assertThat(web.timeline()).extracting(MachineEffect.Moment::seconds).containsExactly(0, 140, 320, 320);
    }

    @Test
    void aSecondWayIsARedundancyThatIsLost() {
        Effects effects = fail(site(), new NicPort("esxi1", "vmnic2"));
        assertThat(effects.devices()).singleElement().satisfies(device -> {
            assertThat(device.lost()).containsExactly("vmhba64:C0:T0:L0");
            assertThat(device.left()).isEqualTo(1);
            assertThat(device.state()).isEqualTo(DeviceState.DEGRADED);
        });
        assertThat(effects.datastores()).isEmpty();
        assertThat(machine(effects, "mail").verdict()).isEqualTo(Verdict.DEGRADED);
        assertThat(machine(effects, "mail").because()).contains("vmk1", "vmnic2");
    }

    @Test
    void aDeadHostIsRestartedElsewhereInTheOrderOfRoom() {
        Effects effects = fail(site(), new HostNamed("esxi1"));
        assertThat(effects.hosts())
                .singleElement()
                .satisfies(host -> assertThat(host.state()).isEqualTo(HostState.DOWN));
        assertThat(machine(effects, "mail").to()).contains("esxi2");
        assertThat(effects.devices()).isEmpty();
    }

    @Test
    void aSwitchTakesItsSideOfEveryHost() {
        Effects effects = fail(site(), new SwitchNamed("sw1"));
        assertThat(effects.datastores())
                .extracting(Effects.DatastoreEffect::host)
                .containsExactly("esxi3");
        assertThat(effects.hosts()).isEmpty();
        assertThat(machine(effects, "pomf").because()).endsWith("portal 10.20.0.11", "switch sw1");
    }

    @Test
    void whatIsFineSaysNothing() {
        Failing failing = new Failing(site().rig());
        assertThat(failing.effects(Set.of()).machines()).isEmpty();
        assertThat(failing.baseline().machines()).isEmpty();
        assertThat(failing.baseline().devices()).isEmpty();
        assertThat(failing.components()).hasSizeGreaterThan(20);
    }
}
