package io.twinpath.risk.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Response;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.RigSketch;
import io.twinpath.risk.SceneSketch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether machines can leave their hosts, where to, and what keeps them. */
class ReadinessTest {

    private static RigSketch rig(boolean ha, Cluster.Rule... rules) {
        RigSketch rig = new RigSketch()
                .datastore("shared")
                .datastore("ssd")
                .cluster(new Cluster(
                        "c",
                        new TreeSet<>(Set.of("a", "b", "d")),
                        new Cluster.Protection(ha, true, true, Response.NONE, new TreeSet<>(), false),
                        List.of(rules)));
        rig.host("a").has("shared", "ssd").capacity(10_000, 10_000);
        rig.host("b").has("shared").capacity(10_000, 10_000);
        rig.host("d").has("shared").capacity(10_000, 10_000);
        return rig;
    }

    private static Ready ready(RigSketch rig, String machine) {
        return new Readiness(SceneSketch.of("hosts: {a: , b: , d: }").rig(rig).scene())
                .of(machine)
                .orElseThrow();
    }

    @Test
    void aMachineOnSharedStorageGoesAnywhere() {
        Ready ready = ready(rig(true).machine("x", "c", "a", "shared"), "x");
        assertThat(ready.move().to()).containsExactly("b", "d");
        assertThat(ready.restart().open()).isTrue();
        assertThat(ready.remedies()).isEmpty();
        assertThat(ready.assumptions()).isEmpty();
    }

    @Test
    void everyCandidateSaysWhyNot() {
        RigSketch rig = rig(true);
        rig.host("b").inMaintenance();
        Ready ready = ready(rig.machine("pomf", "c", "a", "ssd"), "pomf");
        assertThat(ready.restart().refusals())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "b", "b is in maintenance mode.", "d", "Hard disk 1 lies on ssd, which d does not have."));
        assertThat(ready.remedies())
                .containsExactly(Remedy.of(
                        "Move Hard disk 1 of pomf to shared.",
                        "vms: {pomf: {disks: {Hard disk 1: {datastore: shared}}}}"));
    }

    @Test
    void aTieToMoveDoesNotKeepItFromRestarting() {
        Machine free = RigSketch.machineOf("x", "c", "a", Map.of("Hard disk 1", "shared"));
        Machine tied = new Machine(
                free.name(),
                free.cluster(),
                free.host(),
                free.power(),
                free.disks(),
                free.home(),
                free.networks(),
                List.of(new Machine.Tie(Machine.Tie.Strength.MOVE, "It is pinned.")),
                0,
                0,
                false,
                free.own());
        Ready ready = ready(rig(true).machine(tied), "x");
        assertThat(ready.move().because()).contains("It is pinned.");
        assertThat(ready.restart().open()).isTrue();
        assertThat(ready.waitsForPerson()).isTrue();
    }

    @Test
    void withoutHaNobodyRestartsIt() {
        Ready ready = ready(rig(false).machine("x", "c", "a", "shared"), "x");
        assertThat(ready.move().open()).isTrue();
        assertThat(ready.restart().because()).contains("HA of c is off.");
        assertThat(ready.remedies()).extracting(Remedy::advice).containsExactly("Switch HA on.");
    }

    @Test
    void rulesOfTheClusterAreKept() {
        Cluster.Rule apart = new Cluster.Rule(
                "apart", Cluster.Rule.Kind.APART, false, new TreeSet<>(Set.of("x", "y")), new TreeSet<>());
        Cluster.Rule mild = new Cluster.Rule(
                "mild", Cluster.Rule.Kind.OFF_HOSTS, false, new TreeSet<>(Set.of("x")), new TreeSet<>(Set.of("d")));
        RigSketch rig = rig(true, apart, mild).machine("x", "c", "a", "shared").machine("y", "c", "b", "shared");
        assertThat(ready(rig, "x").move().to()).containsExactly("d");
        assertThat(ready(rig, "x").move().refusals()).containsEntry("b", "The rule \"apart\" keeps it off b.");
    }

    @Test
    void vMotionNeedsAnInterfaceOnBothEnds() {
        RigSketch rig = rig(true).machine("x", "c", "a", "shared");
        rig.host("a").vmk("vmk3", "vMotion", "10.9.0.1/24", 1500, false, Service.VMOTION);
        rig.host("b").vmk("vmk3", "vMotion", "10.9.0.2/24", 1500, false, Service.VMOTION);
        rig.host("d").vmk("vmk0", "Net", "10.0.0.4/24", 1500, false, Service.MANAGEMENT);
        Ready ready = ready(rig, "x");
        assertThat(ready.move().to()).containsExactly("b");
        assertThat(ready.restart().to()).containsExactly("b", "d");
    }

    @Test
    void whatIsNotKnownIsAnAssumption() {
        RigSketch rig = new RigSketch()
                .cluster(new Cluster(
                        "c",
                        new TreeSet<>(Set.of("a", "b")),
                        new Cluster.Protection(true, true, true, Response.NONE, new TreeSet<>(), false),
                        List.of()))
                .machine("x", "c", "a", "shared");
        rig.host("a").has("shared");
        rig.host("b").has("shared");
        Ready ready = ready(rig, "x");
        assertThat(ready.restart().open()).isTrue();
        assertThat(ready.assumptions()).extracting(Assumption::subject).containsExactly("b/capacity");
    }
}
