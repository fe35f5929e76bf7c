package io.twinpath.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Cluster.Protection;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.ArrayNamed;
import io.twinpath.rig.part.Component.DeviceNamed;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Component.NicPort;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What vSphere HA does about each trouble of a machine. Where it starts it again: {@link CandidateTest}. */
class HighAvailabilityTest {

    private static final Component MANAGEMENT = new NicPort("h1", "vmnic0");
    private static final Component FIRST = new NicPort("h1", "vmnic2");
    private static final Component SECOND = new NicPort("h1", "vmnic3");

    /** Two hosts, a way to management and one to each of two arrays; a machine on the first array. */
    static Sketch site(Protection ha) {
        Sketch site = new Sketch()
                .box("sw")
                .array("stor1", Set.of("naa.1"), Sketch.portal("10.20.0.11", "sw"))
                .array("stor2", Set.of("naa.2"), Sketch.portal("10.21.0.11", "sw"))
                .vmfs("first", "naa.1")
                .vmfs("second", "naa.2")
                .cluster("c", ha, List.of(), "h1", "h2");
        host(site, "h1", 1);
        host(site, "h2", 2);
        site.machine("vm", "h1", "c", "first").on();
        return site;
    }

    static void host(Sketch site, String name, int id) {
        site.host(name)
                .card("0", "vmnic0")
                .card("2", "vmnic2")
                .card("3", "vmnic3")
                .port("vmnic0", "0", "sw")
                .port("vmnic2", "2", "sw")
                .port("vmnic3", "3", "sw")
                .team("Management", List.of("vmnic0"))
                .team("iSCSI-A", List.of("vmnic2"))
                .team("iSCSI-B", List.of("vmnic3"))
                .vmk("vmk0", "Management", "10.0.0." + id + "/24", false, Service.MANAGEMENT)
                .vmk("vmk1", "iSCSI-A", "10.20.0." + id + "/24", true)
                .vmk("vmk2", "iSCSI-B", "10.21.0." + id + "/24", true)
                .iscsi("p1", "naa.1", "vmk1", "10.20.0.11")
                .iscsi("p2", "naa.2", "vmk2", "10.21.0.11")
                .mounts("first", "second");
    }

    private static Response says(IsolationResponse isolation, ApdResponse apd, PdlResponse pdl) {
        return new Response(
                Optional.empty(), Optional.of(isolation), Optional.of(apd), Optional.empty(), Optional.of(pdl));
    }

    static final Response ALL =
            says(IsolationResponse.POWER_OFF, ApdResponse.RESTART_CONSERVATIVE, PdlResponse.RESTART);

    private static Response isolation(IsolationResponse response) {
        return says(response, ApdResponse.RESTART_CONSERVATIVE, PdlResponse.RESTART);
    }

    private static Response apd(ApdResponse response) {
        return says(IsolationResponse.NONE, response, PdlResponse.RESTART);
    }

    private static Response priority(RestartPriority priority) {
        return new Response(
                Optional.of(priority), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As it is printed, with the host that it is started on; "RUNS" when nothing befalls it. */
    static String fate(Sketch site, Component... failed) {
        return fate(site, "vm", failed);
    }

    static String fate(Sketch site, String machine, Component... failed) {
        return Optional.ofNullable(effect(site, machine, failed))
                .map(e -> e.to().map(to -> "on " + to).orElse(e.verdict().name()))
                .orElse("RUNS");
    }

    static @org.jspecify.annotations.Nullable MachineEffect effect(Sketch site, String name, Component... failed) {
        return new Failing(site.rig())
                .effects(new TreeSet<>(Arrays.asList(failed)))
                .machines()
                .get(name);
    }

    private static List<String> obstacles(Sketch site, Component... failed) {
        return Objects.requireNonNull(effect(site, "vm", failed)).obstacles();
    }

    private static Protection watching(boolean enabled, boolean monitoring) {
        return new Protection(enabled, monitoring, true, ALL, new TreeSet<>(), false);
    }

    private static Protection beating(String... only) {
        return new Protection(true, true, true, ALL, Sketch.set(only), true);
    }

    private static Sketch own(Sketch site, Response response) {
        return site.machine("vm", "h1", "c", "first").own(response).on();
    }

    @Test
    void aMachineOfADeadHostIsStartedElsewhere() {
        assertThat(fate(site(Sketch.ha(false, Response.NONE)), new HostNamed("h1")))
                .isEqualTo("on h2");
        assertThat(fate(site(watching(false, true)), new HostNamed("h1"))).isEqualTo("DOWN");
        assertThat(fate(site(watching(true, false)), new HostNamed("h1"))).isEqualTo("DOWN");
        Sketch left = own(site(watching(true, true)), priority(RestartPriority.DISABLED));
        assertThat(fate(left, new HostNamed("h1"))).isEqualTo("DOWN");
        assertThat(obstacles(left, new HostNamed("h1")))
                .containsExactly("HA leaves vm alone: its restart priority is disabled.");
    }

    @Test
    void anIsolatedHostStopsItsMachinesWhenItIsToldTo() {
        assertThat(fate(site(Sketch.ha(true, isolation(IsolationResponse.NONE))), MANAGEMENT))
                .isEqualTo("RUNS");
        assertThat(fate(site(Sketch.ha(true, Response.NONE)), MANAGEMENT)).isEqualTo("RUNS");
        assertThat(fate(site(Sketch.ha(true, isolation(IsolationResponse.POWER_OFF))), MANAGEMENT))
                .isEqualTo("on h2");
        assertThat(fate(site(Sketch.ha(true, isolation(IsolationResponse.SHUTDOWN))), MANAGEMENT))
                .isEqualTo("on h2");
    }

    @Test
    void theWordOfAMachineGoesBeforeThatOfItsCluster() {
        Sketch stays = own(site(Sketch.ha(true, ALL)), isolation(IsolationResponse.NONE));
        assertThat(fate(stays, MANAGEMENT)).isEqualTo("RUNS");
        Sketch goes = own(site(Sketch.ha(true, Response.NONE)), ALL);
        assertThat(fate(goes, MANAGEMENT)).isEqualTo("on h2");
    }

    @Test
    void whoIsCutOffTogetherWithAllOthersIsNotIsolated() {
        Sketch site = site(Sketch.ha(true, ALL));
        assertThat(fate(site, MANAGEMENT, new NicPort("h2", "vmnic0"))).isEqualTo("RUNS");
        assertThat(fate(site(watching(true, false)), MANAGEMENT)).isEqualTo("RUNS");
        assertThat(fate(site(watching(false, true)), MANAGEMENT)).isEqualTo("RUNS");
        assertThat(fate(own(site(Sketch.ha(true, ALL)), priority(RestartPriority.DISABLED)), MANAGEMENT))
                .isEqualTo("RUNS");
    }

    @Test
    void anIsolatedHostThatCannotStartItsMachinesElsewhereStopsThemAllTheSame() {
        Sketch site = site(Sketch.ha(true, ALL));
        site.host("h2").maintenance = true;
        assertThat(fate(site, MANAGEMENT)).isEqualTo("DOWN");
    }

    @Test
    void aSignOfLifeIsGivenOnADatastoreThatTwoHostsHave() {
        assertThat(fate(site(beating("first")), MANAGEMENT, SECOND)).isEqualTo("on h2");
        assertThat(fate(site(beating("second")), MANAGEMENT, SECOND)).isEqualTo("RUNS");
        assertThat(fate(site(beating()), MANAGEMENT)).isEqualTo("RUNS");
        Protection preferred = new Protection(true, true, true, ALL, Sketch.set("second"), false);
        assertThat(fate(site(preferred), MANAGEMENT, SECOND)).isEqualTo("on h2");
        Sketch alone = site(Sketch.ha(true, ALL)).vmfs("own", "naa.own");
        alone.host("h1").local("naa.own").mounts("own");
        alone.host("h2").mounts.clear();
        assertThat(fate(alone, MANAGEMENT)).isEqualTo("RUNS");
    }

    @Test
    void aMachineThatHangsOnAHostWithoutASignOfLifeIsStartedElsewhere() {
        Sketch site = site(new Protection(true, true, false, Response.NONE, new TreeSet<>(), false));
        assertThat(fate(site, MANAGEMENT, FIRST, SECOND)).isEqualTo("on h2");
        site.host("h2").maintenance = true;
        assertThat(fate(site, MANAGEMENT, FIRST, SECOND)).isEqualTo("STALLED");
        Sketch left = own(site(Sketch.ha(true, ALL)), priority(RestartPriority.DISABLED));
        assertThat(fate(left, MANAGEMENT, FIRST, SECOND)).isEqualTo("STALLED");
    }

    @Test
    void aMachineWhosePathsAreAllDownIsRestartedWhenHaActsOnIt() {
        assertThat(fate(site(Sketch.ha(true, apd(ApdResponse.RESTART_CONSERVATIVE))), FIRST))
                .isEqualTo("on h2");
        assertThat(fate(site(Sketch.ha(true, apd(ApdResponse.RESTART_AGGRESSIVE))), FIRST))
                .isEqualTo("on h2");
        assertThat(fate(site(Sketch.ha(true, apd(ApdResponse.WARNING))), FIRST)).isEqualTo("STALLED");
        assertThat(fate(site(Sketch.ha(true, apd(ApdResponse.DISABLED))), FIRST))
                .isEqualTo("STALLED");
        assertThat(fate(site(Sketch.ha(true, Response.NONE)), FIRST)).isEqualTo("STALLED");
        assertThat(fate(site(Sketch.ha(false, ALL)), FIRST)).isEqualTo("STALLED");
        assertThat(fate(site(watching(true, false)), FIRST)).isEqualTo("STALLED");
        assertThat(fate(own(site(Sketch.ha(true, ALL)), priority(RestartPriority.DISABLED)), FIRST))
                .isEqualTo("STALLED");
        assertThat(fate(site(Sketch.ha(true, ALL)), SECOND)).isEqualTo("RUNS");
    }

    @Test
    void aHostThatDoesNotHandleLostPathsDoesNotTellHa() {
        Sketch site = site(Sketch.ha(true, ALL));
        site.host("h1").apd = new Host.Apd(false, 140);
        assertThat(fate(site, FIRST)).isEqualTo("STALLED");
        assertThat(obstacles(site, FIRST))
                .containsExactly("h1 does not tell HA about lost paths: Misc.APDHandlingEnable is 0.");
    }

    @Test
    void allPathsDownStopsAMachineOnlyForAHostThatCanTakeItOrWhenNobodyCanKnow() {
        for (ApdResponse response : List.of(ApdResponse.RESTART_CONSERVATIVE, ApdResponse.RESTART_AGGRESSIVE)) {
            Sketch site = site(Sketch.ha(true, apd(response)));
            site.host("h2").maintenance = true;
            assertThat(fate(site, FIRST)).as("%s", response).isEqualTo("STALLED");
        }
        Sketch cautious = site(Sketch.ha(true, apd(ApdResponse.RESTART_CONSERVATIVE)));
        assertThat(fate(cautious, MANAGEMENT, FIRST)).isEqualTo("STALLED");
        Sketch bold = site(Sketch.ha(true, apd(ApdResponse.RESTART_AGGRESSIVE)));
        assertThat(fate(bold, MANAGEMENT, FIRST)).isEqualTo("on h2");
        bold.host("h2").maintenance = true;
        assertThat(fate(bold, MANAGEMENT, FIRST)).isEqualTo("DOWN");
    }

    @Test
    void aDeviceThatIsGoneStopsAMachineWhenHaActsOnIt() {
        Component gone = new DeviceNamed("naa.1");
        assertThat(fate(site(Sketch.ha(true, ALL)), gone)).isEqualTo("DOWN");
        assertThat(fate(site(Sketch.ha(false, ALL)), gone)).isEqualTo("STALLED");
        assertThat(fate(
                        site(Sketch.ha(true, says(IsolationResponse.NONE, ApdResponse.DISABLED, PdlResponse.WARNING))),
                        gone))
                .isEqualTo("STALLED");
        assertThat(fate(site(watching(true, false)), gone)).isEqualTo("STALLED");
        assertThat(fate(site(Sketch.ha(true, ALL)), gone, new ArrayNamed("stor1")))
                .isEqualTo("STALLED");
    }

    /** The chain once told of the first disk that was lost, in whatever way. */
    @Test
    void theReasonIsTheTroubleThatHaActsOn() {
        Sketch site = site(Sketch.ha(true, ALL));
        site.machine("vm", "h1", "c", "second", "first").on();
        MachineEffect effect = Objects.requireNonNull(effect(site, "vm", new DeviceNamed("naa.1"), SECOND));
        assertThat(effect.verdict()).isEqualTo(Verdict.DOWN);
        assertThat(effect.because()).containsExactly("vm", "Hard disk 2", "first", "naa.1", "gone for good");
    }

    @Test
    void aClusterOfOneHostHasNoOther() {
        Sketch site = site(Sketch.ha(true, ALL)).cluster("c", Sketch.ha(true, ALL), List.of(), "h1");
        assertThat(fate(site, new HostNamed("h1"))).isEqualTo("DOWN");
        assertThat(obstacles(site, new HostNamed("h1"))).containsExactly("c has no other host.");
    }

    @Test
    void aMachineThatIsOffOrAsleepLosesNothing() {
        for (io.twinpath.rig.part.Machine.Power power : io.twinpath.rig.part.Machine.Power.values()) {
            Sketch site = site(Sketch.ha(true, ALL));
            site.machine("vm", "h1", "c", "first").power(power).on();
            boolean runs = power == io.twinpath.rig.part.Machine.Power.ON
                    || power == io.twinpath.rig.part.Machine.Power.UNREAD;
            assertThat(fate(site, new HostNamed("h1"))).as("%s", power).isEqualTo(runs ? "on h2" : "RUNS");
        }
    }

    @Test
    void aMachineThatMayBeAnywhereFaresAsBadlyAsItCan() {
        Sketch site = site(Sketch.ha(false, ALL));
        site.machine("vm", "", "c", "first").on();
        assertThat(fate(site, FIRST)).isEqualTo("STALLED");
        assertThat(Objects.requireNonNull(effect(site, "vm", FIRST)).because())
                .startsWith("if it runs on h1", "vm", "Hard disk 1");
        assertThat(fate(site, new HostNamed("h2"))).isEqualTo("on h1");
        assertThat(fate(site, new HostNamed("h2"), FIRST)).isEqualTo("DOWN");
    }
}
