package io.twinpath.rig;

import static io.twinpath.rig.HighAvailabilityTest.fate;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.RestartPriority;
import io.twinpath.rig.part.Cluster.Rule;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Component.NicPort;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine.Tie;
import io.twinpath.rig.part.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which host HA starts a machine on, and which it does not. The first of three hosts dies. */
class CandidateTest {

    private static final Component DEAD = new HostNamed("h1");

    private static Sketch site(Rule... rules) {
        Sketch site = HighAvailabilityTest.site(Sketch.ha(true, HighAvailabilityTest.ALL));
        HighAvailabilityTest.host(site, "h3", 3);
        return site.cluster("c", Sketch.ha(true, HighAvailabilityTest.ALL), List.of(rules), "h1", "h2", "h3");
    }

    private static void has(Sketch site, String host, long mhz, long mib) {
        site.host(host).capacity = new Host.Capacity(OptionalLong.of(mhz), OptionalLong.of(mib));
    }

    private static Rule rule(Rule.Kind kind, boolean mandatory, String host, String... machines) {
        return new Rule("r", kind, mandatory, Sketch.set(machines), Sketch.set(host));
    }

    @Test
    void ofEqualHostsTheFirstByNameTakesIt() {
        assertThat(fate(site(), DEAD)).isEqualTo("on h2");
    }

    @Test
    void theHostWithTheMostMemoryThatNobodyReservedTakesIt() {
        Sketch site = site();
        site.machine("big", "h2", "c", "second").reserves(0, 10).on();
        assertThat(fate(site, DEAD)).isEqualTo("on h3");
        site.machine("big", "h2", "c", "second").on();
        assertThat(fate(site, DEAD)).isEqualTo("on h2");
        site.machine("big", "h2", "c", "second")
                .reserves(0, 10)
                .power(io.twinpath.rig.part.Machine.Power.OFF)
                .on();
        assertThat(fate(site, DEAD)).isEqualTo("on h2");
    }

    @Test
    void aHostWhoseMemoryNobodyReadTakesAnythingButComesLast() {
        Sketch site = site();
        site.host("h2").capacity = Host.Capacity.UNREAD;
        site.machine("vm", "h1", "c", "first").reserves(5_000, 50_000).on();
        assertThat(fate(site, DEAD)).isEqualTo("on h3");
        has(site, "h3", 10_000, 49_999);
        assertThat(fate(site, DEAD)).isEqualTo("on h2");
    }

    @Test
    void whoIsDownOrCutOffOrInMaintenanceTakesNothing() {
        assertThat(fate(site(), DEAD, new HostNamed("h2"))).isEqualTo("on h3");
        assertThat(fate(site(), DEAD, new NicPort("h2", "vmnic0"))).isEqualTo("on h3");
        Sketch site = site();
        site.host("h2").maintenance = true;
        assertThat(fate(site, DEAD)).isEqualTo("on h3");
    }

    @Test
    void everyDatastoreHasToBeThereAndWithinReach() {
        Sketch site = site();
        site.machine("vm", "h1", "c", "first", "second").on();
        site.host("h2").mounts.remove("second");
        assertThat(fate(site, DEAD)).isEqualTo("on h3");
        assertThat(fate(site, DEAD, new NicPort("h3", "vmnic3"))).isEqualTo("DOWN");
        Sketch home = site();
        Sketch.MachineSketch machine = home.machine("vm", "h1", "c", "first");
        machine.home = Optional.of("second");
        machine.on();
        home.host("h2").mounts.remove("second");
        assertThat(fate(home, DEAD)).isEqualTo("on h3");
    }

    @Test
    void everyNetworkHasToBeThere() {
        Sketch site = site();
        site.machine("vm", "h1", "c", "first").networks("VM Network").on();
        assertThat(fate(site, DEAD)).isEqualTo("DOWN");
        site.host("h3").team("VM Network", List.of("vmnic0"));
        assertThat(fate(site, DEAD)).isEqualTo("on h3");
    }

    @Test
    void aTieKeepsItFromAStartOnlyWhenItIsOneToTheStart() {
        Sketch site = site();
        site.machine("vm", "h1", "c", "first")
                .tied(Tie.Strength.START, "It has a device.")
                .on();
        assertThat(fate(site, DEAD)).isEqualTo("DOWN");
        site.machine("vm", "h1", "c", "first")
                .tied(Tie.Strength.MOVE, "It has an image.")
                .on();
        assertThat(fate(site, DEAD)).isEqualTo("on h2");
    }

    @Test
    void reservationsHaveToFit() {
        Sketch site = site();
        site.machine("vm", "h1", "c", "first").reserves(3_000, 0).on();
        has(site, "h2", 2_999, 200_000);
        assertThat(fate(site, DEAD)).isEqualTo("on h3");
        has(site, "h3", 2_999, 200_000);
        assertThat(fate(site, DEAD)).isEqualTo("DOWN");
        site.machine("vm", "h1", "c", "first").on();
        site.machine("full", "h2", "c", "second").reserves(9_000, 300_000).on();
        assertThat(fate(site, DEAD)).isEqualTo("on h3");
    }

    @Test
    void rulesOnHostsCountWhenTheyAreMandatory() {
        assertThat(fate(site(rule(Rule.Kind.ON_HOSTS, true, "h3", "vm")), DEAD)).isEqualTo("on h3");
        assertThat(fate(site(rule(Rule.Kind.ON_HOSTS, false, "h3", "vm")), DEAD))
                .isEqualTo("on h2");
        assertThat(fate(site(rule(Rule.Kind.ON_HOSTS, true, "h1", "vm")), DEAD)).isEqualTo("DOWN");
        assertThat(fate(site(rule(Rule.Kind.OFF_HOSTS, true, "h2", "vm")), DEAD))
                .isEqualTo("on h3");
        assertThat(fate(site(rule(Rule.Kind.OFF_HOSTS, false, "h2", "vm")), DEAD))
                .isEqualTo("on h2");
        assertThat(fate(site(rule(Rule.Kind.ON_HOSTS, true, "h3", "other")), DEAD))
                .isEqualTo("on h2");
    }

    @Test
    void machinesThatAreToBeApartStayApart() {
        for (boolean mandatory : List.of(true, false)) {
            Sketch site = site(rule(Rule.Kind.APART, mandatory, "", "vm", "twin"));
            site.machine("twin", "h2", "c", "second").on();
            assertThat(fate(site, DEAD)).isEqualTo("on h3");
            site.machine("twin", "h1", "c", "first").on();
            assertThat(fate(site, "twin", DEAD)).isEqualTo("on h2");
            assertThat(fate(site, "vm", DEAD)).isEqualTo("on h3");
        }
    }

    @Test
    void machinesThatAreToBeTogetherCountWhenThatIsMandatory() {
        Sketch wish = site(rule(Rule.Kind.TOGETHER, false, "", "vm", "twin"));
        wish.machine("twin", "h3", "c", "second").on();
        assertThat(fate(wish, DEAD)).isEqualTo("on h2");
        Sketch must = site(rule(Rule.Kind.TOGETHER, true, "", "vm", "twin"));
        must.machine("twin", "h3", "c", "second").on();
        assertThat(fate(must, DEAD)).isEqualTo("on h3");
    }

    @Test
    void roomGoesToThePriorityThenToTheName() {
        Sketch site = site();
        has(site, "h2", 10_000, 1_000);
        has(site, "h3", 10_000, 999);
        site.machine("vm", "h1", "c", "first").reserves(0, 1_000).on();
        site.machine("wm", "h1", "c", "first").reserves(0, 1_000).on();
        assertThat(fate(site, "vm", DEAD)).isEqualTo("on h2");
        assertThat(fate(site, "wm", DEAD)).isEqualTo("DOWN");
        site.machine("wm", "h1", "c", "first").reserves(0, 1_000).own(first()).on();
        assertThat(fate(site, "vm", DEAD)).isEqualTo("DOWN");
        assertThat(fate(site, "wm", DEAD)).isEqualTo("on h2");
    }

    private static Response first() {
        return new Response(
                Optional.of(RestartPriority.HIGH),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void eachRestartTakesItsRoom() {
        Sketch site = site();
        for (String name : List.of("vm", "wm", "xm")) {
            site.machine(name, "h1", "c", "first").reserves(0, 60_000).on();
        }
        assertThat(fate(site, "vm", DEAD)).isEqualTo("on h2");
        assertThat(fate(site, "wm", DEAD)).isEqualTo("on h3");
        assertThat(fate(site, "xm", DEAD)).isEqualTo("DOWN");
    }
}
